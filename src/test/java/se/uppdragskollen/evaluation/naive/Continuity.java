package se.uppdragskollen.evaluation.naive;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.BiFunction;

import se.uppdragskollen.assignment.Severity;

/**
 * Chapter 2: continuity and coordination, U01–U08 and U18a.
 */
final class Continuity {

	private Continuity() {
	}

	static void addTo(Map<String, BiFunction<Dossier, Judgement, Judgement>> methods) {
		methods.put("U01", Continuity::u01);
		methods.put("U02", Continuity::u02);
		methods.put("U03", Continuity::u03);
		methods.put("U04", Continuity::u04);
		methods.put("U05", Continuity::u05);
		methods.put("U06", Continuity::u06);
		methods.put("U07", Continuity::u07);
		methods.put("U08", Continuity::u08);
		methods.put("U18a", Continuity::u18a);
	}

	/** A named care coordinator whom the municipality knows. */
	private static Judgement u01(Dossier dossier, Judgement judgement) {
		Datasheet data = dossier.data;
		return judgement.must(dossier.atLeast(data.number("care_coordinators"), "U01.fewest_coordinators"))
			.must(Check.given(data.text("care_coordinator_names")))
			.must(Severity.YELLOW, Check.yes(data.flag("coordinator_known_to_municipality")));
	}

	/** Complex patients gone through; their number as the region's and believable. */
	private static Judgement u02(Dossier dossier, Judgement judgement) {
		BigDecimal complex = dossier.data.number("complex_patients");
		return judgement
			.must(dossier.share("U02", "complex_patients_reviewed", "complex_patients", "U02.lowest_share_reviewed"))
			.must(dossier.agreesWithinPercent("complex_patients", complex, "acg",
					dossier.limits.number("U02.register_tolerance")))
			.must(Severity.WHITE, Check.between(complex, dossier.limits.number("U02.fewest_expected"),
					dossier.limits.number("U02.most_expected")));
	}

	/** A regular doctor for many, not fewer and fewer, as patients say. */
	private static Judgement u03(Dossier dossier, Judgement judgement) {
		BigDecimal share = dossier.computed.fixedDoctorShare();
		return judgement.must(dossier.share("U03", "patients_with_fixed_doctor", "listed_patients", "U03.lowest_share"))
			.must(dossier.notFalling("fixed_doctor_share", share, "U03.trend_periods"))
			.must(dossier.agreesWithRegister("fixed_doctor_share", share, "population-survey",
					dossier.limits.number("U03.survey_tolerance")));
	}

	/** Complex patients have a regular doctor, at least as often as others. */
	private static Judgement u04(Dossier dossier, Judgement judgement) {
		return judgement
			.must(dossier.share("U04", "complex_patients_with_fixed_doctor", "complex_patients", "U04.lowest_share"))
			.must(Check.atLeast(dossier.computed.complexFixedDoctorShare(), dossier.computed.fixedDoctorShare()));
	}

	/** Where any live in a care home: they have a regular doctor. */
	private static Judgement u05(Dossier dossier, Judgement judgement) {
		BigDecimal residents = dossier.data.number("care_home_residents");
		if (residents == null) {
			return judgement.unknown();
		}
		return (residents.signum() == 0) ? judgement.notApplicable() : judgement.must(dossier.share("U05",
				"care_home_residents_with_fixed_doctor", "care_home_residents", "U05.lowest_share"));
	}

	/** Continuity near others' and not falling, where enough visit often. */
	private static Judgement u06(Dossier dossier, Judgement judgement) {
		BigDecimal patients = dossier.data.number("coc_patients");
		if (patients == null) {
			return judgement.unknown();
		}
		if (patients.compareTo(dossier.limits.number("U06.fewest_patients")) < 0) {
			return judgement.notApplicable();
		}
		BigDecimal mean = dossier.data.number("coc_mean");
		return judgement.must(dossier.nearPeers("coc_mean", mean, "U06.largest_deviation", "U06.fewest_peers"))
			.must(Severity.WHITE, dossier.notFalling("coc_mean", mean, "U06.trend_periods"));
	}

	/** Individual plans: some, as many as elsewhere, not fewer and fewer. */
	private static Judgement u07(Dossier dossier, Judgement judgement) {
		BigDecimal plans = dossier.computed.sipPerHundred();
		return judgement.must(dossier.atLeast(dossier.data.number("sip_made"), "U07.fewest_plans"))
			.must(dossier.notBelowPeers("sip_per_100", plans, "U07.largest_deviation", "U07.fewest_peers"))
			.must(Severity.WHITE, dossier.notFalling("sip_per_100", plans, "U07.trend_periods"));
	}

	/** Where there was any: the call within three days. */
	private static Judgement u08(Dossier dossier, Judgement judgement) {
		BigDecimal calls = dossier.data.number("sip_calls");
		if (calls == null) {
			return judgement.unknown();
		}
		return (calls.signum() == 0) ? judgement.notApplicable()
				: judgement.must(dossier.share("U08", "sip_calls_within_3_days", "sip_calls", "U08.lowest_share"));
	}

	/** Visits at the own centre: as elsewhere, not fewer and fewer. */
	private static Judgement u18a(Dossier dossier, Judgement judgement) {
		BigDecimal share = dossier.computed.ownVisitShare();
		return judgement
			.must(dossier.notBelowPeers("own_visit_share", share, "U18a.largest_deviation", "U18a.fewest_peers"))
			.must(dossier.notFalling("own_visit_share", share, "U18a.trend_periods"));
	}

}
