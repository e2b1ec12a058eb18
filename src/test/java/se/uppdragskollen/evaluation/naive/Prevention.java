package se.uppdragskollen.evaluation.naive;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Chapter 2: health promotion and prevention, U15 and U20.
 */
final class Prevention {

	private Prevention() {
	}

	static void addTo(Map<String, BiFunction<Dossier, Judgement, Judgement>> methods) {
		methods.put("U15", Prevention::u15);
		methods.put("U20", Prevention::u20);
	}

	/** Living habits: asked and advised as elsewhere, and not less and less. */
	private static Judgement u15(Dossier dossier, Judgement judgement) {
		BigDecimal documented = dossier.computed.lifestyleDocumentedShare();
		BigDecimal advised = dossier.computed.lifestyleAdvisedShare();
		return judgement
			.must(dossier.notBelowPeers("lifestyle_documented_share", documented, "U15.largest_deviation",
					"U15.fewest_peers"))
			.must(dossier.notBelowPeers("lifestyle_advised_share", advised, "U15.largest_deviation",
					"U15.fewest_peers"))
			.must(dossier.notFalling("lifestyle_documented_share", documented, "U15.trend_periods"));
	}

	/** Medication reviews: enough, and as many as elsewhere. */
	private static Judgement u20(Dossier dossier, Judgement judgement) {
		return judgement
			.must(dossier.share("U20", "medication_reviews", "medication_review_patients", "U20.lowest_share"))
			.must(dossier.notBelowPeers("medication_review_share", dossier.computed.medicationReviewShare(),
					"U20.largest_deviation", "U20.fewest_peers"));
	}

}
