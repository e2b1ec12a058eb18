package se.uppdragskollen.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.language.Language;

/**
 * What is wrong, one by one, with where it stands, in the asker's language.
 */
public final class ProblemList {

	/** More nobody reads; how many there are is told with them. */
	private static final int MOST = 1000;

	private ProblemList() {
	}

	public static List<Map<String, @Nullable Object>> of(Problems problems, HttpServletRequest request) {
		return of(problems.all(), ErrorAnswers.language(request));
	}

	static List<Map<String, @Nullable Object>> of(List<Problem> problems, Language language) {
		List<Map<String, @Nullable Object>> errors = new ArrayList<>();
		for (Problem problem : problems.subList(0, Math.min(MOST, problems.size()))) {
			Map<String, @Nullable Object> error = error(ProblemPointer.of(problem), problem.sentence(language));
			if (problem.line() > 0) {
				error.put("line", problem.line());
				error.put("column", problem.column());
			}
			errors.add(error);
		}
		return errors;
	}

	static Map<String, @Nullable Object> error(String pointer, String detail) {
		Map<String, @Nullable Object> error = new LinkedHashMap<>();
		error.put("pointer", pointer);
		error.put("detail", detail);
		return error;
	}

}
