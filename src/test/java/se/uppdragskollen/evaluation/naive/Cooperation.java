package se.uppdragskollen.evaluation.naive;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.BiFunction;

import se.uppdragskollen.assignment.Counterpart;
import se.uppdragskollen.assignment.Severity;

/**
 * Chapter 2: cooperation, U11–U13, U18b, U19 and U21–U23.
 */
final class Cooperation {

	private Cooperation() {
	}

	static void addTo(Map<String, BiFunction<Dossier, Judgement, Judgement>> methods) {
		methods.put("U11", Cooperation::u11);
		methods.put("U12", Cooperation::u12);
		methods.put("U13", Cooperation::u13);
		methods.put("U18b", Cooperation::u18b);
		methods.put("U19", Cooperation::u19);
		methods.put("U21", Cooperation::u21);
		methods.put("U22", Cooperation::u22);
		methods.put("U23", Cooperation::u23);
	}

	/** An agreement, and a doctor within a day when the municipality asked for one. */
	private static Judgement u11(Dossier dossier, Judgement judgement) {
		judgement.must(Check.yes(dossier.data.flag("municipal_doctor_agreement")));
		BigDecimal requests = dossier.data.number("municipal_doctor_requests");
		if (requests == null) {
			return judgement.unknown();
		}
		return (requests.signum() == 0) ? judgement : judgement.must(dossier.share("U11",
				"municipal_doctor_requests_within_day", "municipal_doctor_requests", "U11.lowest_share"));
	}

	/** No red flag from any counterpart, and no view far from theirs. */
	private static Judgement u12(Dossier dossier, Judgement judgement) {
		return judgement.must(dossier.noRedFlag(Counterpart.MUNICIPALITY, "U12"))
			.must(dossier.noRedFlag(Counterpart.HOSPITAL, "U12"))
			.must(dossier.noRedFlag(Counterpart.PSYCHIATRY, "U12"))
			.must(dossier.noRedFlag(Counterpart.PATIENTS, "U12"))
			.must(Severity.YELLOW, view(dossier, "own_view_municipality", Counterpart.MUNICIPALITY))
			.must(Severity.YELLOW, view(dossier, "own_view_hospital", Counterpart.HOSPITAL))
			.must(Severity.YELLOW, view(dossier, "own_view_psychiatry", Counterpart.PSYCHIATRY))
			.must(Severity.YELLOW, view(dossier, "own_view_patients", Counterpart.PATIENTS));
	}

	private static Check view(Dossier dossier, String own, Counterpart counterpart) {
		return dossier.agreesWithSignal(own, counterpart, "U12", "U12.largest_difference");
	}

	/** Referrals to radiology near others', for the list and its illness. */
	private static Judgement u13(Dossier dossier, Judgement judgement) {
		return judgement.must(dossier.nearPeers("xray_referrals_adjusted", dossier.computed.xrayReferralsAdjusted(),
				"U13.largest_deviation", "U13.fewest_peers"));
	}

	/** Primary care's share grows. */
	private static Judgement u18b(Dossier dossier, Judgement judgement) {
		return judgement
			.must(dossier.rises("primary_care_share", dossier.data.number("primary_care_share"), "U18b.trend_periods"));
	}

	/** Readmissions not above others' and not rising, where enough are discharged. */
	private static Judgement u19(Dossier dossier, Judgement judgement) {
		BigDecimal discharged = dossier.data.number("discharged_65");
		if (discharged == null) {
			return judgement.unknown();
		}
		if (discharged.compareTo(dossier.limits.number("U19.fewest_discharged")) < 0) {
			return judgement.notApplicable();
		}
		BigDecimal share = dossier.computed.readmissionShare();
		return judgement
			.must(dossier.notAbovePeers("readmission_share", share, "U19.largest_deviation", "U19.fewest_peers"))
			.must(Severity.WHITE, dossier.notRising("readmission_share", share, "U19.trend_periods"));
	}

	/** Specialists asked digitally: as elsewhere, not less and less. */
	private static Judgement u21(Dossier dossier, Judgement judgement) {
		BigDecimal asked = dossier.computed.econsultationsPerThousand();
		return judgement
			.must(dossier.notBelowPeers("econsultations_per_1000", asked, "U21.largest_deviation", "U21.fewest_peers"))
			.must(dossier.notFalling("econsultations_per_1000", asked, "U21.trend_periods"));
	}

	/** Agreement and meetings on mental health, as the other party says. */
	private static Judgement u22(Dossier dossier, Judgement judgement) {
		Datasheet data = dossier.data;
		BigDecimal meetings = data.number("mental_health_meetings");
		return judgement.must(Check.yes(data.flag("mental_health_agreement")))
			.must(Check.given(data.text("mental_health_partner")))
			.must(dossier.atLeast(meetings, "U22.fewest_meetings"))
			.must(Severity.WHITE, dossier.agreesWithRegister("mental_health_meetings", meetings, "mental-health-unit",
					dossier.limits.number("U22.register_tolerance")));
	}

	/** A joint plan and regular meetings with the municipality. */
	private static Judgement u23(Dossier dossier, Judgement judgement) {
		Datasheet data = dossier.data;
		return judgement.must(Check.yes(data.flag("joint_municipal_plan")))
			.must(dossier.atLeast(data.number("municipal_meetings"), "U23.fewest_meetings"))
			.must(dossier.notOlderThanDays("latest_municipal_meeting", "U23.longest_since_meeting"));
	}

}
