package se.uppdragskollen.authoring;

import java.util.Map;

import se.uppdragskollen.document.Position;
import se.uppdragskollen.report.Report;

/**
 * A whole report with every outcome expected.
 *
 * @param file the file it stands in
 * @param position where it begins
 * @param name what it shows
 * @param report the report
 * @param expected how it shall go with each requirement owed
 */
public record WholeReport(String file, Position position, String name, Report report,
		Map<String, Expectation> expected) {

}
