package se.uppdragskollen.publication;

import se.uppdragskollen.report.PersonalNumbers;
import se.uppdragskollen.request.Refusal;

/**
 * Checks the reasons that reviewers write; residents may read them.
 */
final class Reasons {

	/** Signs at most. */
	private static final int LONGEST = 1000;

	private Reasons() {
	}

	static String required(String typed) {
		String reason = typed.strip();
		if (reason.isEmpty()) {
			throw Refusal.invalid("reason", "reason-missing");
		}
		if (reason.length() > LONGEST) {
			throw Refusal.invalid("reason", "reason-too-long", LONGEST);
		}
		if (PersonalNumbers.find(reason).isPresent()) {
			throw Refusal.invalid("reason", "reason-personal-number");
		}
		return reason;
	}

}
