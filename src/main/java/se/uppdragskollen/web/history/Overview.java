package se.uppdragskollen.web.history;

import java.util.List;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assessment.Course;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.web.chart.Chart;

/**
 * What there is to follow of an assignment.
 *
 * @param assignment its id
 * @param title what it is called
 * @param chapters chapter by chapter
 */
public record Overview(String assignment, String title, List<Chapter> chapters) {

	/**
	 * A chapter.
	 *
	 * @param id its id
	 * @param title what it is called
	 * @param rows its requirements
	 * @param others its numbers that no requirement compares with anything
	 */
	public record Chapter(String id, String title, List<Row> rows, List<Line> others) {

	}

	/**
	 * A requirement.
	 *
	 * @param id its id
	 * @param title what it is called
	 * @param outcome how it went the last time
	 * @param period when that was
	 * @param lines the numbers that it looks at
	 */
	public record Row(String id, String title, String outcome, Period period, List<Line> lines) {

	}

	/**
	 * A number.
	 *
	 * @param course its last periods, with others beside the newest
	 * @param label what it is called
	 * @param value the newest value to read, or why there is none
	 * @param median the others' median to read, empty when none is told
	 * @param spark a small picture, null when there are not two values
	 * @param trend the picture in words
	 */
	public record Line(Course course, String label, String value, String median, @Nullable Chart spark, String trend) {

		/** The measure's id. */
		public String id() {
			return this.course.measure().id();
		}

		/** Whether the newest period has a value. */
		public boolean known() {
			Course.Step newest = this.course.newest();
			return newest != null && newest.value() != null;
		}

		/** The newest period. */
		public @Nullable Period period() {
			Course.Step newest = this.course.newest();
			return (newest == null) ? null : newest.period();
		}

		/** How comparable units stand. */
		public Course.Others others() {
			Course.Step newest = this.course.newest();
			return (newest == null) ? Course.Others.NONE : newest.others();
		}

	}

}
