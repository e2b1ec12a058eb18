package se.uppdragskollen.evaluation;

import java.util.List;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.assignment.Severity;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.report.Exemption;

/**
 * How it went with one requirement, and why.
 *
 * @param requirement the requirement
 * @param kind how it went
 * @param finding what a reviewer must look at, null unless not met
 * @param severity the heaviest of the obligations that fail, null unless not met
 * @param obligations what the rules asked, in the order of the rules
 * @param missing what the rules' scopes lack: while it is missing, nobody knows whom they
 * concern
 * @param absence why the first of what they lack is not known, null when they lack
 * nothing
 * @param reason why it is not applicable, else null
 * @param exemption the exemption that covers it, else null
 * @param ruleError no rule said anything: the rules are at fault
 */
public record Outcome(Requirement requirement, OutcomeKind kind, @Nullable FindingKind finding,
		@Nullable Severity severity, List<Obligation> obligations, List<String> missing, @Nullable Absence absence,
		@Nullable Bilingual reason, @Nullable Exemption exemption, boolean ruleError) {

}
