package se.uppdragskollen.evaluation.naive;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Severity;
import se.uppdragskollen.evaluation.OutcomeKind;

/**
 * What the naive evaluator says of one requirement.
 *
 * @param requirement the requirement's id
 * @param outcome how it went
 * @param severity of the heaviest comparison that fails, null unless not met
 * @param decisive the comparison that decided it, null when none did
 */
public record Verdict(String requirement, OutcomeKind outcome, @Nullable Severity severity, @Nullable Check decisive) {

}
