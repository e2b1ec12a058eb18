package se.uppdragskollen.evaluation.naive;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.BiFunction;

import se.uppdragskollen.assignment.Counterpart;
import se.uppdragskollen.assignment.Severity;

/**
 * Chapter 2: person-centred care, U09, U10, U14, U16, U17 and U24–U26.
 */
final class PersonCentred {

	private PersonCentred() {
	}

	static void addTo(Map<String, BiFunction<Dossier, Judgement, Judgement>> methods) {
		methods.put("U09", PersonCentred::u09);
		methods.put("U10", PersonCentred::u10);
		methods.put("U14", PersonCentred::u14);
		methods.put("U16", PersonCentred::u16);
		methods.put("U17", PersonCentred::u17);
		methods.put("U24", PersonCentred::u24);
		methods.put("U25", PersonCentred::u25);
		methods.put("U26", PersonCentred::u26);
	}

	/** Agreements with patients: more and more, and as many as elsewhere. */
	private static Judgement u09(Dossier dossier, Judgement judgement) {
		BigDecimal share = dossier.computed.agreementShare();
		return judgement.must(dossier.rises("agreement_share", share, "U09.trend_periods"))
			.must(dossier.notBelowPeers("agreement_share", share, "U09.largest_deviation", "U09.fewest_peers"));
	}

	/** Home visits: some, and not far fewer than elsewhere. */
	private static Judgement u10(Dossier dossier, Judgement judgement) {
		return judgement.must(dossier.atLeast(dossier.computed.homeVisits(), "U10.fewest_visits"))
			.must(dossier.notBelowPeers("home_visits_per_100", dossier.computed.homeVisitsPerHundred(),
					"U10.largest_deviation", "U10.fewest_peers"));
	}

	/** The priority model: begun, later in use and with examples. */
	private static Judgement u14(Dossier dossier, Judgement judgement) {
		judgement.must(Check.oneOf(dossier.data.text("priority_model"), dossier.limits.items("U14.enough")));
		boolean introduction = "introduction".equals(dossier.limits.phase("U14.phase"));
		return introduction ? judgement
				: judgement.must(Severity.WHITE, Check.given(dossier.data.text("priority_model_examples")));
	}

	/** Involvement as elsewhere, where enough have answered. */
	private static Judgement u16(Dossier dossier, Judgement judgement) {
		BigDecimal answers = dossier.data.number("npe_answers");
		if (answers == null) {
			return judgement.unknown();
		}
		if (answers.compareTo(dossier.limits.number("U16.fewest_answers")) < 0) {
			return judgement.notApplicable();
		}
		return judgement.must(dossier.notBelowPeers("npe_involvement", dossier.data.number("npe_involvement"),
				"U16.largest_deviation", "U16.fewest_peers"));
	}

	/** Impression and continuity as elsewhere, and no drop. */
	private static Judgement u17(Dossier dossier, Judgement judgement) {
		Datasheet data = dossier.data;
		BigDecimal answers = data.number("npe_answers");
		if (answers == null) {
			return judgement.unknown();
		}
		if (answers.compareTo(dossier.limits.number("U17.fewest_answers")) < 0) {
			return judgement.notApplicable();
		}
		return judgement
			.must(dossier.notBelowPeers("npe_overall", data.number("npe_overall"), "U17.largest_deviation",
					"U17.fewest_peers"))
			.must(dossier.notBelowPeers("npe_continuity", data.number("npe_continuity"), "U17.largest_deviation",
					"U17.fewest_peers"))
			.must(dossier.atMost(dossier.computed.npeOverallDrop(), "U17.largest_drop"));
	}

	/** Patients take part, not less and less, with an example. */
	private static Judgement u24(Dossier dossier, Judgement judgement) {
		Datasheet data = dossier.data;
		return judgement
			.must(Check.oneOf(data.text("patient_participation"), dossier.limits.items("U24.forms_that_count")))
			.must(dossier.notFalling("participation_level", dossier.computed.participationLevel(), "U24.trend_periods"))
			.must(Check.given(data.text("patient_participation_example")));
	}

	/** A reasoned self-rating; the highest mark has figures that speak for it. */
	private static Judgement u25(Dossier dossier, Judgement judgement) {
		judgement.must(dossier.atLeast(dossier.computed.shiftMotivationLength(), "U25.shortest_motivation"))
			.must(dossier.notFalling("shift_total", dossier.computed.shiftTotal(), "U25.trend_periods"));
		BigDecimal highest = dossier.limits.number("U25.highest_mark");
		BigDecimal relation = dossier.data.number("shift_relation");
		if (relation == null) {
			judgement.unknown();
		}
		else if (relation.compareTo(highest) >= 0) {
			judgement.must(dossier.notBelowPeers("agreement_share", dossier.computed.agreementShare(),
					"U25.largest_deviation", "U25.fewest_peers"));
		}
		BigDecimal coherence = dossier.data.number("shift_coherence");
		if (coherence == null) {
			return judgement.unknown();
		}
		if (coherence.compareTo(highest) < 0) {
			return judgement;
		}
		return judgement
			.must(dossier.notBelowPeers("coc_mean", dossier.data.number("coc_mean"), "U25.largest_deviation",
					"U25.fewest_peers"))
			.must(dossier.noRedFlag(Counterpart.MUNICIPALITY, "U25"));
	}

	/** Approved information with the figures always shown, and a short comment. */
	private static Judgement u26(Dossier dossier, Judgement judgement) {
		Datasheet data = dossier.data;
		return judgement.must(Check.yes(data.flag("public_data_approved")))
			.must(Check.includes(data.list("public_data_fields"), dossier.limits.items("U26.fields_always_shown")))
			.must(dossier.atMost(dossier.computed.publicCommentLength(), "U26.longest_comment"));
	}

}
