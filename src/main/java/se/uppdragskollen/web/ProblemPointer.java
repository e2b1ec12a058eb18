package se.uppdragskollen.web;

import java.util.regex.Pattern;

import se.uppdragskollen.document.Problem;

/**
 * A problem's place as a JSON pointer (RFC 6901): {@code values.assessed_total} is
 * {@code /values/assessed_total}.
 */
final class ProblemPointer {

	private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]");

	private ProblemPointer() {
	}

	static String of(Problem problem) {
		return problem.path().isEmpty() ? "" : "/" + INDEX.matcher(problem.path()).replaceAll(".$1").replace('.', '/');
	}

}
