package se.uppdragskollen.evaluation.naive;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.BiFunction;

import se.uppdragskollen.assignment.Severity;

/**
 * Chapter 1: assignment and administration, G01–G10.
 */
final class Administration {

	private Administration() {
	}

	static void addTo(Map<String, BiFunction<Dossier, Judgement, Judgement>> methods) {
		methods.put("G01", Administration::g01);
		methods.put("G02", Administration::g02);
		methods.put("G03", Administration::g03);
		methods.put("G04", Administration::g04);
		methods.put("G05", Administration::g05);
		methods.put("G06", Administration::g06);
		methods.put("G07", Administration::g07);
		methods.put("G08", Administration::g08);
		methods.put("G09", Administration::g09);
		methods.put("G10", Administration::g10);
	}

	/** Its own HSA id and organisation number, or an agreement about another's. */
	private static Judgement g01(Dossier dossier, Judgement judgement) {
		Datasheet data = dossier.data;
		judgement.must(Check.given(data.text("hsa_id"))).must(Check.given(data.text("organisation_number")));
		Boolean byAgent = data.flag("hsa_id_by_agent");
		if (byAgent == null) {
			return judgement.unknown();
		}
		return byAgent ? judgement.must(Check.given(data.text("hsa_agent_agreement"))) : judgement
			.must(Check.sameText(data.text("organisation_number"), dossier.computed.organisationNumberInHsaId()));
	}

	/** Registered with IVO, and a change notified in time. */
	private static Judgement g02(Dossier dossier, Judgement judgement) {
		Datasheet data = dossier.data;
		judgement.must(Check.yes(data.flag("ivo_registered")));
		Boolean change = data.flag("ivo_change");
		if (change == null) {
			return judgement.unknown();
		}
		return change
				? judgement
					.must(Check.notAfter(data.date("ivo_change_notified"), dossier.computed.latestDayToNotifyIvo()))
				: judgement;
	}

	/** A named manager with few other units, or a post vacant for a short time. */
	private static Judgement g03(Dossier dossier, Judgement judgement) {
		Datasheet data = dossier.data;
		Boolean appointed = data.flag("manager_appointed");
		if (appointed == null) {
			return judgement.unknown();
		}
		if (!appointed) {
			return judgement.must(dossier.notOlderThanDays("manager_vacant_since", "G03.longest_vacancy"));
		}
		return judgement.must(Check.given(data.text("manager_name")))
			.must(Severity.WHITE, dossier.atMost(data.number("manager_other_units"), "G03.most_other_units"));
	}

	/** The report on last year is drawn up this year by 1 March, and can be found. */
	private static Judgement g04(Dossier dossier, Judgement judgement) {
		Datasheet data = dossier.data;
		Limits limits = dossier.limits;
		return judgement.must(Check.notBefore(data.date("safety_report_date"), limits.date("G04.earliest_day")))
			.must(Check.notAfter(data.date("safety_report_date"), limits.date("G04.latest_day")))
			.must(Severity.RED,
					Check.notAfter(data.date("safety_report_date"), limits.date("G04.latest_day_before_red")))
			.must(Check.given(data.text("safety_report_link")));
	}

	/** Insured, and renewed in good time. */
	private static Judgement g05(Dossier dossier, Judgement judgement) {
		Datasheet data = dossier.data;
		return judgement.must(Check.yes(data.flag("patient_insurance")))
			.must(Check.notBefore(data.date("patient_insurance_valid_until"), dossier.end()))
			.must(Severity.WHITE, dossier.atLeast(dossier.computed.insuranceDaysLeft(), "G05.fewest_days_left"));
	}

	/** The contact card is reviewed and shows the right opening hours. */
	private static Judgement g06(Dossier dossier, Judgement judgement) {
		return judgement.must(dossier.notOlderThanDays("contact_card_reviewed", "G06.longest_since_review"))
			.must(dossier.agreesWithRegister("opening_hours_per_week", dossier.data.number("opening_hours_per_week"),
					"1177", BigDecimal.ZERO));
	}

	/** The basic e-services, and a chat with the telephone's hours. */
	private static Judgement g07(Dossier dossier, Judgement judgement) {
		Datasheet data = dossier.data;
		return judgement.must(Check.includes(data.list("e_services"), dossier.limits.items("G07.basic_services")))
			.must(Check.sameText(data.text("chat_hours"), data.text("phone_hours")));
	}

	/** The report in time; many late ones weigh more than one. */
	private static Judgement g08(Dossier dossier, Judgement judgement) {
		return judgement.must(dossier.atMost(dossier.computed.daysUntilReport(), "G08.days_to_report"))
			.must(Severity.YELLOW, dossier.atMost(dossier.data.number("late_reports"), "G08.most_late_reports"));
	}

	/** Visits have a diagnosis; as many diagnoses as elsewhere and before. */
	private static Judgement g09(Dossier dossier, Judgement judgement) {
		BigDecimal diagnoses = dossier.computed.diagnosesPerHundred();
		return judgement.must(dossier.share("G09", "visits_with_diagnosis", "visits_registered", "G09.lowest_share"))
			.must(dossier.nearPeers("diagnoses_per_hundred", diagnoses, "G09.widest_deviation", "G09.fewest_peers"))
			.must(dossier.changeAtMost("diagnoses_per_hundred", diagnoses, "G09.quarters_back", "G09.largest_change"));
	}

	/** Every month delivered, and complete. */
	private static Judgement g10(Dossier dossier, Judgement judgement) {
		return judgement.must(dossier.atLeast(dossier.data.number("waiting_time_months"), "G10.fewest_months"))
			.must(dossier.share("G10", "waiting_time_records_complete", "waiting_time_records",
					"G10.lowest_complete_share"));
	}

}
