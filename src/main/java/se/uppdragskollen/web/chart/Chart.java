package se.uppdragskollen.web.chart;

import java.util.List;

/**
 * A drawn chart, in units of its own picture.
 *
 * @param width of the picture
 * @param height of the picture
 * @param left where the periods begin
 * @param right where they end
 * @param top of the highest figure
 * @param foot of the lowest figure
 * @param levels round figures at the left
 * @param times periods below
 * @param gaps periods without a value of one's own
 * @param lines the lines, what is one's own last
 */
public record Chart(int width, int height, int left, int right, int top, int foot, List<Level> levels, List<Time> times,
		List<Gap> gaps, List<Line> lines) {

	/**
	 * A round figure.
	 *
	 * @param y where
	 * @param text the figure
	 */
	public record Level(String y, String text) {

	}

	/**
	 * A period.
	 *
	 * @param x its middle
	 * @param text its name, short
	 * @param year the year, where one begins; else empty
	 */
	public record Time(String x, String text, String year) {

	}

	/**
	 * Periods without a value.
	 *
	 * @param x from where
	 * @param width how wide
	 */
	public record Gap(String x, String width) {

	}

	/**
	 * A line.
	 *
	 * @param kind how it is drawn
	 * @param path its parts, as SVG writes them
	 * @param marks where its values are
	 * @param label what is written beside it, empty for nothing
	 * @param place where that stands
	 */
	public record Line(Track.Kind kind, String path, List<Mark> marks, String label, Place place) {

	}

	/**
	 * Where words stand.
	 *
	 * @param x their end or beginning
	 * @param y their foot
	 * @param anchor {@code end} or {@code start}
	 */
	public record Place(String x, String y, String anchor) {

	}

	/**
	 * A value.
	 *
	 * @param x where
	 * @param y where
	 */
	public record Mark(String x, String y) {

	}

}
