package se.uppdragskollen.demo;

import java.math.BigDecimal;
import java.util.List;

/**
 * Doctors, nurses and others, and what hired staff cost.
 */
final class Competence {

	private static final double LISTED_PER_DOCTOR = 1_450;

	private Competence() {
	}

	static void fill(Draft draft) {
		switch (draft.period().kind()) {
			case QUARTER -> {
				doctors(draft);
				nurses(draft);
				costs(draft);
				referrals(draft);
			}
			case HALF_YEAR -> halfYear(draft);
			case YEAR -> clinics(draft);
			default -> {
				// nothing is asked for
			}
		}
	}

	private static void doctors(Draft draft) {
		double listed = draft.population().listed();
		double perDoctor = LISTED_PER_DOCTOR + 210 * draft.traits().crowding() - 25 * draft.years()
				+ 40 * draft.noise("doctors");
		double trainees = (listed < 3_000) ? 0 : Math.max(0, Math.round(listed / 4_000 + 0.7 * draft.own("trainees")));
		double doctors = listed / Math.min(2_750, Math.max(1_020, perDoctor)) - 0.5 * trainees;
		draft.put("listed_patients", BigDecimal.valueOf(draft.population().listed()));
		staff(draft, doctors, trainees);
		BigDecimal open = Opening.of(draft.centre(), draft.end()).hours();
		double alone = (doctors < 2.5) ? 0.3 : 0.06;
		boolean full = Cast.includes(draft.centre().index()) || !draft.lapse("on-site", alone);
		onSite(draft, full ? open : open.subtract(BigDecimal.valueOf(draft.whole("on-site/hours", 3, 16))));
		draft.put("triage_change_started", !draft.isOneOf("triage", 0.35 - 0.15 * draft.years()));
	}

	/** Doctors of that many full-time posts, all with licence and contract. */
	static void staff(Draft draft, double doctors, double trainees) {
		double posts = Math.max(draft.centre().isFilial() ? 0.6 : 1, doctors);
		long specialists = Math.max(1, Math.round(posts * 1.15));
		draft.decimal("doctor_fte", posts, 1)
			.decimal("trainee_fte", trainees, 1)
			.count("gp_specialists", specialists)
			.put("gp_specialist_names", People.licensed(draft.centre(), "specialist", specialists))
			.count("gp_specialists_with_contract", draft.lapse("contract", 0.02) ? specialists - 1 : specialists)
			.count("trainee_supervisors",
					(trainees > 0 && draft.lapse("supervisors", 0.03)) ? 0 : Math.min(specialists, trainees))
			.register("licence-register", "gp_specialists", BigDecimal.valueOf(specialists));
	}

	/** A specialist on site that many hours a week. */
	static void onSite(Draft draft, BigDecimal hours) {
		Opening opening = Opening.of(draft.centre(), draft.end());
		double share = hours.doubleValue() / opening.hours().doubleValue();
		draft.put("specialist_hours_per_week", hours)
			.decimal("specialist_days_per_week", Math.round(2 * share * opening.days()) / 2.0, 1)
			.put("licensed_doctor_other_hours", !draft.lapse("licensed", 0.04));
	}

	private static void nurses(Draft draft) {
		double thousands = draft.population().listed() / 1_000.0;
		double nurses = thousands * Math.max(1, 1.5 + 0.2 * draft.own("nurses") + 0.03 * draft.noise("nurses"));
		double districtShare = 0.45 + 0.06 * draft.own("nurses/district");
		draft.decimal("nurse_fte", nurses * (1 - districtShare), 1)
			.decimal("district_nurse_fte", Math.max(0.5, nurses * districtShare), 1);
	}

	private static void costs(Draft draft) {
		double staff = 330_000 * (draft.population().listed() / LISTED_PER_DOCTOR)
				+ 165_000 * 1.5 * draft.population().listed() / 1_000.0;
		double level = Math.max(0, 1.6 + 2.2 * draft.traits().hiring());
		double hired = Math.min(25,
				level * level / 3.2 * Math.max(0.3, 1 - 0.25 * draft.years()) * (1 + 0.1 * draft.noise("hired")));
		double own = staff * (1 - hired / 130) * (1 + 0.02 * draft.years());
		draft.count("own_staff_cost", Math.round(own / 1_000) * 1_000.0)
			.count("hired_staff_cost", Math.round(own * hired / 100 / 1_000) * 1_000.0);
	}

	private static void referrals(Draft draft) {
		long received = Math.round(draft.population().listed() * 0.008 * (1 + 0.15 * draft.noise("referrals")));
		long missed = draft.lapse("referrals", 0.1) ? draft.whole("referrals/missed", 1, 4) : 0;
		draft.count("referrals_received", received).count("referrals_triaged_by_licensed", received - missed);
	}

	private static void halfYear(Draft draft) {
		boolean whole = !draft.lapse("team", 0.06);
		boolean coordinator = !draft.lapse("rehab", 0.05);
		draft
			.put("mental_health_roles",
					!whole ? List.of("doctor", "nurse")
							: draft.isOneOf("team/therapist", 0.4)
									? List.of("counsellor", "doctor", "nurse", "occupational_therapist")
									: List.of("counsellor", "doctor", "nurse"))
			.put("psychologist_access", !draft.lapse("psychologist", 0.07))
			.put("rehab_coordinator", coordinator);
		if (coordinator) {
			draft.put("rehab_coordinator_name", People.name(draft.centre(), "rehab"));
		}
	}

	private static void clinics(Draft draft) {
		double listed = draft.population().listed();
		boolean children = listed > 1_000 && draft.isOneOf("children", 0.75);
		draft.put("child_health_clinic", children);
		if (children) {
			double newborns = listed * 0.0095 * (1 + 0.06 * draft.noise("newborns"));
			double perNurse = 54 + 5.5 * draft.own("children/posts") + 2 * draft.noise("children/posts");
			draft.count("newborns_enrolled", newborns)
				.decimal("child_health_nurse_fte", Math.max(0.2, newborns / perNurse), 1)
				.put("child_health_competence", draft.isOneOf("children/not-all", 0.05) ? "not_all"
						: draft.isOneOf("children/both", 0.6) ? "both" : "district_nurse");
		}
		boolean midwives = listed > 3_000 && draft.isOneOf("midwives", 0.45);
		draft.put("midwife_clinic", midwives);
		if (midwives) {
			double pregnant = listed * 0.021 * (1 + 0.05 * draft.noise("pregnant"));
			double perMidwife = 81 + 7 * draft.own("midwives/posts") + 2 * draft.noise("midwives/posts");
			draft.count("pregnant_enrolled", pregnant).decimal("midwife_fte", pregnant / perMidwife, 1);
		}
	}

}
