package se.uppdragskollen.authoring;

import java.util.Map;

import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.PeriodKind;

/**
 * The sound report that cases differ from, and for which periods it is evaluated.
 */
record Base(Map<PeriodKind, Period> periods, ReportParts parts) {

}
