package se.uppdragskollen.selfreport;

import java.util.Optional;

import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.report.Report;

/**
 * What a draft would be if it were handed in now.
 *
 * @param edition the edition in force on the period's last day
 * @param report the report, nothing while something in the draft is wrong
 * @param problems what is wrong, by element: {@code entries.<element>.value}
 */
public record DraftReading(Edition edition, Optional<Report> report, Problems problems) {

}
