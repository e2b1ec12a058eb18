package se.uppdragskollen.evaluation.naive;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.BiFunction;

import se.uppdragskollen.assignment.Severity;

/**
 * Chapter 1: premises, equipment and safety, G30–G34.
 */
final class Premises {

	private Premises() {
	}

	static void addTo(Map<String, BiFunction<Dossier, Judgement, Judgement>> methods) {
		methods.put("G30", Premises::g30);
		methods.put("G31", Premises::g31);
		methods.put("G32", Premises::g32);
		methods.put("G33", Premises::g33);
		methods.put("G34", Premises::g34);
	}

	/** Reviewed, and with what accessibility takes. */
	private static Judgement g30(Dossier dossier, Judgement judgement) {
		return judgement.must(dossier.notOlderThanYears("accessibility_reviewed", "G30.oldest_review"))
			.must(Check.includes(dossier.data.list("accessibility_facilities"),
					dossier.limits.items("G30.required_facilities")));
	}

	/** Emergency equipment, complete and checked. */
	private static Judgement g31(Dossier dossier, Judgement judgement) {
		return judgement
			.must(Check.includes(dossier.data.list("emergency_equipment"),
					dossier.limits.items("G31.required_equipment")))
			.must(dossier.notOlderThanDays("emergency_equipment_checked", "G31.oldest_check"));
	}

	/** Devices checked in time. */
	private static Judgement g32(Dossier dossier, Judgement judgement) {
		return judgement.must(dossier.share("G32", "devices_checked_in_time", "devices_total", "G32.target_share"))
			.must(Severity.RED, dossier.share("G32", "devices_checked_in_time", "devices_total", "G32.red_below"));
	}

	/** The basic range of samples and examinations. */
	private static Judgement g33(Dossier dossier, Judgement judgement) {
		return judgement
			.must(Check.includes(dossier.data.list("diagnostics_offered"), dossier.limits.items("G33.basic_range")));
	}

	/** Hygiene observed, a plan where too few do right, and preparedness. */
	private static Judgement g34(Dossier dossier, Judgement judgement) {
		judgement.must(dossier.atLeast(dossier.data.number("hygiene_observations"), "G34.fewest_observations"))
			.must(dossier.notOlderThanYears("preparedness_plan_updated", "G34.oldest_plan"));
		BigDecimal correct = dossier.computed.hygieneCorrectShare();
		if (correct == null) {
			return judgement.unknown();
		}
		boolean low = correct.compareTo(dossier.limits.number("G34.action_plan_below")) < 0;
		return low ? judgement.must(Check.yes(dossier.data.flag("hygiene_action_plan"))) : judgement;
	}

}
