package se.uppdragskollen.evaluation.naive;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.BiFunction;

import se.uppdragskollen.assignment.Severity;

/**
 * Chapter 1: competence and staffing, G11–G21.
 */
final class Competence {

	private Competence() {
	}

	static void addTo(Map<String, BiFunction<Dossier, Judgement, Judgement>> methods) {
		methods.put("G11", Competence::g11);
		methods.put("G12", Competence::g12);
		methods.put("G13", Competence::g13);
		methods.put("G14", Competence::g14);
		methods.put("G15", Competence::g15);
		methods.put("G16", Competence::g16);
		methods.put("G17", Competence::g17);
		methods.put("G18", Competence::g18);
		methods.put("G19", Competence::g19);
		methods.put("G20", Competence::g20);
		methods.put("G21", Competence::g21);
	}

	/** A specialist and a full-time post; each named, with a contract, licensed. */
	private static Judgement g11(Dossier dossier, Judgement judgement) {
		Datasheet data = dossier.data;
		BigDecimal specialists = data.number("gp_specialists");
		return judgement.must(dossier.atLeast(specialists, "G11.fewest_specialists"))
			.must(dossier.atLeast(data.number("doctor_fte"), "G11.lowest_fte"))
			.must(Check.given(data.text("gp_specialist_names")))
			.must(Check.atLeast(data.number("gp_specialists_with_contract"), specialists))
			.must(dossier.agreesWithRegister("gp_specialists", specialists, "licence-register", BigDecimal.ZERO));
	}

	/** At first some day a week with a licensed doctor else, then all opening hours. */
	private static Judgement g12(Dossier dossier, Judgement judgement) {
		Datasheet data = dossier.data;
		if ("one_day_a_week".equals(dossier.limits.phase("G12.phase"))) {
			return judgement.must(dossier.atLeast(data.number("specialist_days_per_week"), "G12.fewest_days"))
				.must(Check.yes(data.flag("licensed_doctor_other_hours")));
		}
		return judgement
			.must(Check.atLeast(data.number("specialist_hours_per_week"), data.number("opening_hours_per_week")));
	}

	/** Listed persons per doctor. */
	private static Judgement g13(Dossier dossier, Judgement judgement) {
		return judgement.must(dossier.atMost(dossier.computed.listedPerDoctor(), "G13.guideline"));
	}

	/** Where there are trainees: a supervisor, and a specialist on site. */
	private static Judgement g14(Dossier dossier, Judgement judgement) {
		Datasheet data = dossier.data;
		BigDecimal trainees = data.number("trainee_fte");
		if (trainees == null) {
			return judgement.unknown();
		}
		if (trainees.signum() == 0) {
			return judgement.notApplicable();
		}
		return judgement.must(dossier.atLeast(data.number("trainee_supervisors"), "G14.fewest_supervisors"))
			.must(dossier.atLeast(data.number("specialist_hours_per_week"), "G14.lowest_specialist_hours"));
	}

	/** A district nurse, and not far fewer nurses than elsewhere. */
	private static Judgement g15(Dossier dossier, Judgement judgement) {
		return judgement
			.must(dossier.atLeast(dossier.data.number("district_nurse_fte"), "G15.lowest_district_nurse_fte"))
			.must(dossier.notBelowPeers("nurses_per_thousand", dossier.computed.nursesPerThousand(),
					"G15.widest_deviation", "G15.fewest_peers"));
	}

	/** A mental-health team with its professions, and a psychologist. */
	private static Judgement g16(Dossier dossier, Judgement judgement) {
		Datasheet data = dossier.data;
		return judgement
			.must(Check.includes(data.list("mental_health_roles"), dossier.limits.items("G16.required_roles")))
			.must(Check.yes(data.flag("psychologist_access")));
	}

	/** A named rehabilitation coordinator. */
	private static Judgement g17(Dossier dossier, Judgement judgement) {
		Datasheet data = dossier.data;
		return judgement.must(Check.yes(data.flag("rehab_coordinator")))
			.must(Check.given(data.text("rehab_coordinator_name")));
	}

	/** Hired staff cost little; above the target at least not more and more. */
	private static Judgement g18(Dossier dossier, Judgement judgement) {
		BigDecimal hired = dossier.computed.hiredPerHundred();
		if (hired == null) {
			return judgement.unknown();
		}
		judgement.must(Severity.WHITE, dossier.atMost(hired, "G18.target"))
			.must(dossier.atMost(hired, "G18.upper_limit"));
		if (hired.compareTo(dossier.limits.number("G18.target")) > 0) {
			judgement.must(dossier.notRising("hired_per_hundred", hired, "G18.trend_quarters"));
		}
		return judgement;
	}

	/** Where there is a child health clinic: enough nurses, and the right ones. */
	private static Judgement g19(Dossier dossier, Judgement judgement) {
		Boolean clinic = dossier.data.flag("child_health_clinic");
		if (clinic == null) {
			return judgement.unknown();
		}
		if (!clinic) {
			return judgement.notApplicable();
		}
		return judgement.must(dossier.atMost(dossier.computed.newbornsPerNurse(), "G19.most_newborns"))
			.must(Check.oneOf(dossier.data.text("child_health_competence"),
					dossier.limits.items("G19.accepted_competence")));
	}

	/** Where there is a midwife clinic: not too many women per midwife. */
	private static Judgement g20(Dossier dossier, Judgement judgement) {
		Boolean clinic = dossier.data.flag("midwife_clinic");
		if (clinic == null) {
			return judgement.unknown();
		}
		if (!clinic) {
			return judgement.notApplicable();
		}
		BigDecimal pregnant = dossier.computed.pregnantPerMidwife();
		return judgement.must(Severity.WHITE, dossier.atMost(pregnant, "G20.recommended"))
			.must(dossier.atMost(pregnant, "G20.upper_limit"));
	}

	/** First nothing, then a change that has started, from 2025 every referral. */
	private static Judgement g21(Dossier dossier, Judgement judgement) {
		String phase = dossier.limits.phase("G21.phase");
		if ("not_yet".equals(phase)) {
			return judgement.notApplicable();
		}
		if ("prepare".equals(phase)) {
			return judgement.must(Check.yes(dossier.data.flag("triage_change_started")));
		}
		BigDecimal referrals = dossier.data.number("referrals_received");
		if (referrals == null) {
			return judgement.unknown();
		}
		return (referrals.signum() == 0) ? judgement.notApplicable() : judgement
			.must(dossier.share("G21", "referrals_triaged_by_licensed", "referrals_received", "G21.lowest_share"));
	}

}
