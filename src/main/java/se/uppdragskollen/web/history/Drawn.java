package se.uppdragskollen.web.history;

import java.util.List;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assessment.Course;
import se.uppdragskollen.assignment.Measure;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.web.chart.Chart;

/**
 * A measure's course as a picture and as a table.
 *
 * @param course what is drawn
 * @param label what it is called, with its unit
 * @param about the picture in words
 * @param wide the picture, null when there is nothing to draw
 * @param narrow the same for a telephone, null as well
 * @param limits what is demanded, as the lines' labels say
 * @param rows the table, the newest period first
 */
public record Drawn(Course course, String label, String about, @Nullable Chart wide, @Nullable Chart narrow,
		List<String> limits, List<Row> rows) {

	/**
	 * A period.
	 *
	 * @param period the period
	 * @param value the value to read, or why there is none
	 * @param known whether there is one
	 * @param limit what was demanded, empty for nothing
	 * @param median the median to read, empty when none is told
	 * @param step all of it
	 */
	public record Row(Period period, String value, boolean known, String limit, String median, Course.Step step) {

	}

	public Measure measure() {
		return this.course.measure();
	}

	/** Whether a median of comparable centres is told anywhere. */
	public boolean besideOthers() {
		return this.rows.stream().anyMatch((one) -> one.step().others().median() != null);
	}

	/** Whether some period has no value. */
	public boolean hasGaps() {
		return this.rows.stream().anyMatch((one) -> !one.known());
	}

	/** Whether anything was ever demanded of it. */
	public boolean limited() {
		return !this.limits.isEmpty();
	}

}
