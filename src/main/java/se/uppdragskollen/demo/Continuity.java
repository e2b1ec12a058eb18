package se.uppdragskollen.demo;

import java.math.BigDecimal;

/**
 * Coordinators, regular doctors, individual plans, and where patients go.
 */
final class Continuity {

	private Continuity() {
	}

	static void fill(Draft draft) {
		switch (draft.period().kind()) {
			case TERTIAL -> plans(draft);
			case HALF_YEAR -> {
				coordinators(draft);
				complexNeeds(draft);
				fixedDoctor(draft);
				visits(draft);
			}
			default -> {
				// nothing is asked for
			}
		}
	}

	private static void coordinators(Draft draft) {
		boolean none = draft.lapse("coordinator", 0.02);
		long count = none ? 0 : 1 + draft.population().complex() / 130;
		draft.count("care_coordinators", count);
		if (!none) {
			draft.put("care_coordinator_names", People.names(draft.centre(), "coordinator", count));
		}
		draft.register("municipality", "coordinator_known_to_municipality",
				!none && !draft.lapse("coordinator/known", 0.06), draft.end().minusDays(12));
	}

	private static void complexNeeds(Draft draft) {
		long complex = draft.population().complex();
		double reviewed = 86 + 4 * draft.own("reviewed") + draft.traits().development() + 1.5 * draft.noise("reviewed");
		draft.share("complex_patients_reviewed", "complex_patients", complex, Math.min(99, reviewed));
		double off = draft.lapse("complex/acg", 0.04) ? 0.14 : 0.025 * draft.noise("complex/acg");
		draft.register("acg", "complex_patients", complex * (1 + off), 0);
	}

	private static void fixedDoctor(Draft draft) {
		double share = 61 + 6 * draft.traits().continuity() - 2 * draft.traits().crowding() + 4 * draft.own("fixed")
				+ 2 * draft.years() + 0.7 * draft.noise("fixed");
		double fixed = Math.min(85, Math.max(35, share));
		draft.count("patients_with_fixed_doctor", draft.population().listed() * fixed / 100)
			.register("population-survey", "fixed_doctor_share",
					Math.max(8, fixed - 25 - 2.2 * draft.noise("fixed/survey")), 1);
		double complex = Math.max(fixed + 10, 92.5 + 2 * draft.traits().continuity() + draft.noise("fixed/complex"));
		draft.count("complex_patients_with_fixed_doctor", draft.population().complex() * Math.min(99, complex) / 100);
		boolean home = !draft.isOneOf("care-home", 0.15);
		draft.share("care_home_residents_with_fixed_doctor", "care_home_residents",
				home ? draft.population().listed() * 0.007 : 0,
				Math.min(100, 92 + 3.5 * draft.own("care-home") + 2 * draft.noise("care-home")));
		double coc = 0.49 + 0.075 * draft.traits().continuity() + 0.012 * draft.years() + 0.008 * draft.noise("coc");
		draft.register("primary-care-quality", "coc_mean", Math.min(0.75, Math.max(0.25, coc)), 2)
			.register("primary-care-quality", "coc_patients",
					BigDecimal.valueOf(Math.round(draft.population().listed() * 0.11)));
	}

	private static void visits(Draft draft) {
		double all = draft.population().listed() * 1.6 * (1 + 0.02 * draft.noise("visits/all"));
		double own = 69 + 3 * draft.own("visits/own") + draft.traits().access() + 0.8 * draft.years()
				+ 0.4 * draft.noise("visits/own");
		draft.register("visit-register", "outpatient_visits", all, 0)
			.register("visit-register", "own_visits", Math.round(all) * own / 100, 0);
	}

	private static void plans(Draft draft) {
		double perHundred = 12 + 2.6 * draft.own("plans") + draft.traits().development() + 1.2 * draft.years()
				+ 0.8 * draft.noise("plans");
		double calls = draft.population().complex() * 0.22 * (1 + 0.1 * draft.noise("plans/calls"));
		draft.count("sip_made", Math.max(0.02, perHundred / 100) * draft.population().complex())
			.share("sip_calls_within_3_days", "sip_calls", calls,
					Math.min(100, 95 + 2.5 * draft.own("plans/in-time") + 1.5 * draft.noise("plans/in-time")));
	}

}
