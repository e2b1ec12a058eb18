package se.uppdragskollen.evaluation.naive;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.BiFunction;

import se.uppdragskollen.assignment.Severity;

/**
 * Chapter 1: accessibility, G22–G29.
 */
final class Accessibility {

	private Accessibility() {
	}

	static void addTo(Map<String, BiFunction<Dossier, Judgement, Judgement>> methods) {
		methods.put("G22", Accessibility::g22);
		methods.put("G23", Accessibility::g23);
		methods.put("G24", Accessibility::g24);
		methods.put("G25", Accessibility::g25);
		methods.put("G26", Accessibility::g26);
		methods.put("G27", Accessibility::g27);
		methods.put("G28", Accessibility::g28);
		methods.put("G29", Accessibility::g29);
	}

	/** Open every weekday, and enough hours. */
	private static Judgement g22(Dossier dossier, Judgement judgement) {
		Datasheet data = dossier.data;
		return judgement.must(dossier.atLeast(data.number("opening_hours_per_week"), "G22.lowest_hours"))
			.must(dossier.atLeast(data.number("weekdays_open"), "G22.weekdays"));
	}

	/** Enough hours, and more where many are listed. */
	private static Judgement g23(Dossier dossier, Judgement judgement) {
		BigDecimal hours = dossier.data.number("opening_hours_per_week");
		judgement.must(dossier.atLeast(hours, "G23.hours_any_centre"));
		BigDecimal listed = dossier.data.number("listed_patients");
		if (listed == null) {
			return judgement.unknown();
		}
		boolean large = listed.compareTo(dossier.limits.number("G23.large_centre_above")) > 0;
		return large ? judgement.must(dossier.atLeast(hours, "G23.hours_large_centre")) : judgement;
	}

	/** Calls answered the same day, where the calls are counted. */
	private static Judgement g24(Dossier dossier, Judgement judgement) {
		String system = dossier.data.text("phone_system");
		if (system == null) {
			return judgement.unknown();
		}
		if (system.equals("none")) {
			return judgement.notApplicable();
		}
		return judgement
			.must(Severity.WHITE, dossier.share("G24", "calls_answered_same_day", "calls_incoming", "G24.target_share"))
			.must(dossier.share("G24", "calls_answered_same_day", "calls_incoming", "G24.yellow_below"))
			.must(Severity.RED, dossier.share("G24", "calls_answered_same_day", "calls_incoming", "G24.red_below"));
	}

	/** Assessed within three days; as elsewhere, not falling, as the register says. */
	private static Judgement g25(Dossier dossier, Judgement judgement) {
		BigDecimal share = dossier.computed.assessedShare();
		return judgement.must(dossier.share("G25", "assessed_within_3_days", "assessed_total", "G25.target_share"))
			.must(Severity.RED, dossier.share("G25", "assessed_within_3_days", "assessed_total", "G25.red_below"))
			.must(Severity.WHITE, dossier.notFalling("assessed_share", share, "G25.trend_periods"))
			.must(Severity.WHITE,
					dossier.notBelowPeers("assessed_share", share, "G25.peer_distance", "G25.fewest_peers"))
			.must(dossier.agreesWithRegister("assessed_share", share, "waiting-time-register",
					dossier.limits.number("G25.register_tolerance")));
	}

	/** Phone and chat hours stated, within the opening hours; no long wait. */
	private static Judgement g26(Dossier dossier, Judgement judgement) {
		Datasheet data = dossier.data;
		judgement.must(Check.given(data.text("phone_hours")))
			.must(Check.given(data.text("chat_hours")))
			.must(Check.notBefore(data.time("phone_opens_at"), data.time("opens_at")))
			.must(Check.notAfter(data.time("phone_closes_at"), data.time("closes_at")));
		String system = data.text("phone_system");
		if (system == null) {
			return judgement.unknown();
		}
		return (system.equals("callback") && !data.notApplicable("callback_wait_median"))
				? judgement.must(dossier.atMost(data.number("callback_wait_median"), "G26.longest_callback_wait"))
				: judgement;
	}

	/** An agreement with the right partners on the right duties. */
	private static Judgement g27(Dossier dossier, Judgement judgement) {
		Datasheet data = dossier.data;
		Limits limits = dossier.limits;
		return judgement.must(Check.yes(data.flag("out_of_hours_agreement")))
			.must(Check.includes(data.list("out_of_hours_duties"), limits.items("G27.required_duties")))
			.must(Check.includes(data.list("out_of_hours_partners"), limits.items("G27.required_partners")));
	}

	/** A planned closing: notified in time, short, and another unit takes over. */
	private static Judgement g28(Dossier dossier, Judgement judgement) {
		Datasheet data = dossier.data;
		Boolean planned = data.flag("planned_closing");
		if (planned == null) {
			return judgement.unknown();
		}
		if (!planned) {
			return judgement.notApplicable();
		}
		return judgement.must(dossier.atLeast(dossier.computed.closingNoticeDays(), "G28.shortest_notice"))
			.must(Check.notBefore(data.date("closing_to"), data.date("closing_from")))
			.must(dossier.atMost(dossier.computed.closingLengthDays(), "G28.longest_closing"))
			.must(Check.given(data.text("closing_refers_to")))
			.must(Check.yes(data.flag("closing_receiver_confirmed")));
	}

	/** Both physical and digital care. */
	private static Judgement g29(Dossier dossier, Judgement judgement) {
		return judgement.must(Check.yes(dossier.data.flag("offers_physical_visits")))
			.must(Check.yes(dossier.data.flag("offers_video_visits")));
	}

}
