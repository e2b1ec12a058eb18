package se.uppdragskollen.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Identity, manager, insurance, the card on 1177, registering and reporting.
 */
final class Administration {

	private static final List<String> E_SERVICES = List.of("book", "cancel", "chat", "contact_us",
			"renew_prescription");

	private Administration() {
	}

	static void fill(Draft draft) {
		switch (draft.period().kind()) {
			case QUARTER -> quarter(draft);
			case HALF_YEAR -> manager(draft);
			case YEAR -> {
				identity(draft);
				duties(draft);
				waitingTimes(draft);
			}
			default -> {
				// nothing is asked for
			}
		}
	}

	private static void quarter(Draft draft) {
		int since = draft.lapse("1177/review", 0.05) ? draft.whole("1177/old", 95, 200)
				: draft.whole("1177/days", 3, 85);
		draft.put("contact_card_reviewed", draft.end().minusDays(since))
			.put("e_services", draft.lapse("e-services", 0.05) ? E_SERVICES.subList(0, 4) : E_SERVICES)
			.register("report-log", "report_received", draft.handedIn(), draft.handedIn())
			.register("report-log", "late_reports", BigDecimal.valueOf(Handing.late(draft.centre(), draft.period())),
					draft.handedIn());
		double listed = draft.population().listed();
		double coded = draft.lapse("coded", 0.06) ? 93.5 : 97 + draft.own("coded");
		draft.share("visits_with_diagnosis", "visits_registered", listed * 0.7 * (1 + 0.03 * draft.noise("visits")),
				Math.min(99.7, coded + 0.3 * draft.noise("coded")));
		double perHundred = 60 + 6 * draft.own("diagnoses") + 20 * (draft.population().acg().doubleValue() - 1)
				+ 1.5 * draft.noise("diagnoses");
		draft.count("diagnoses_registered", listed / 100 * perHundred);
	}

	private static void manager(Draft draft) {
		boolean vacant = draft.lapse("manager", 0.03);
		draft.put("manager_appointed", !vacant);
		if (vacant) {
			draft.put("manager_vacant_since", draft.end().minusDays(draft.whole("manager/vacant", 5, 70)));
		}
		else {
			draft.put("manager_name", People.name(draft.centre(), "manager"))
				.put("manager_other_units", BigDecimal
					.valueOf(draft.isOneOf("manager/many", 0.04) ? 3 : draft.isOneOf("manager/other", 0.3) ? 1 : 0));
		}
	}

	private static void identity(Draft draft) {
		Centre centre = draft.centre();
		boolean agent = !centre.unit().startsWith("SE" + centre.operator().number());
		draft.put("hsa_id", centre.unit())
			.put("organisation_number", draft.lapse("identity", 0.02) ? "5599000006" : centre.operator().number())
			.put("hsa_id_by_agent", agent);
		if (agent && !draft.lapse("agent", 0.05)) {
			draft.put("hsa_agent_agreement", "Avtal med Region Exempellän från den 1 juli 2023");
		}
	}

	private static void duties(Draft draft) {
		int year = draft.end().getYear();
		LocalDate report = draft.lapse("safety", 0.08)
				? LocalDate.of(year, 3, 2).plusDays(draft.whole("safety/late", 0, 38))
				: LocalDate.of(year, 1, 22).plusDays(draft.whole("safety/day", 0, 37));
		boolean soonOver = draft.lapse("insurance", 0.03);
		draft.put("ivo_registered", !draft.lapse("ivo", 0.012))
			.put("safety_report_date", report)
			.put("safety_report_link",
					"Diarienummer " + year + "-"
							+ String.format(java.util.Locale.ROOT, "%03d", draft.centre().index() + 11))
			.put("patient_insurance", true)
			.put("patient_insurance_valid_until",
					soonOver ? LocalDate.of(year + 1, 1, 31) : LocalDate.of(year + 1, 12, 31));
		boolean change = draft.seldom("ivo/change", 0.08);
		draft.put("ivo_change", change);
		if (change) {
			LocalDate day = LocalDate.of(year, 2, 1).plusDays(draft.whole("ivo/day", 0, 280));
			draft.put("ivo_change_date", day)
				.put("ivo_change_notified", day.plusDays(draft.seldom("ivo/late", 0.15)
						? draft.whole("ivo/days", 35, 50) : draft.whole("ivo/days", 1, 25)));
		}
	}

	private static void waitingTimes(Draft draft) {
		int months = (draft.end().getYear() == 2023) ? 6 : 12;
		boolean gap = draft.lapse("waiting/months", 0.03);
		long records = Math.round(draft.population().listed() * 0.057 * months * (1 + 0.03 * draft.noise("waiting")));
		double complete = draft.lapse("waiting/complete", 0.05) ? 96.5 : 98.9 + 0.25 * draft.noise("waiting/complete");
		draft.register("waiting-time-register", "waiting_time_months", BigDecimal.valueOf(gap ? months - 1 : months))
			.register("waiting-time-register", "waiting_time_records", BigDecimal.valueOf(records))
			.register("waiting-time-register", "waiting_time_records_complete",
					BigDecimal.valueOf(Math.round(records * complete / 100)));
	}

}
