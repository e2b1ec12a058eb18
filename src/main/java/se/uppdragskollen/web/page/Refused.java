package se.uppdragskollen.web.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.request.Refusal;

/**
 * Tells on the page itself why something was not done, so that what was typed stays: a
 * heading as {@code refusal}, what is wrong as {@code refused}, each leading to its
 * field, and the same by field as {@code wrongAt}.
 *
 * @param field the id of the field on the page, empty when it is none
 * @param sentence what is wrong there
 */
public record Refused(String field, String sentence) {

	private static final Set<Refusal.Kind> SHOWN = Set.of(Refusal.Kind.OUTDATED, Refusal.Kind.INVALID,
			Refusal.Kind.CONFLICT, Refusal.Kind.TOO_LARGE, Refusal.Kind.UNSUPPORTED);

	/** More nobody reads at once. */
	private static final int MOST = 100;

	/** Where a form's fields have the names that the refusal has. */
	public static void show(Refusal refusal, Say say, Model model, HttpServletResponse response) {
		show(refusal, say, model, response, UnaryOperator.identity());
	}

	/**
	 * Puts it on the page.
	 * @param fields from the name in the refusal to the field's id, empty for none
	 * @throws Refusal the same, when it is for the error page
	 */
	public static void show(Refusal refusal, Say say, Model model, HttpServletResponse response,
			UnaryOperator<String> fields) {
		if (!SHOWN.contains(refusal.kind())) {
			throw refusal;
		}
		List<Refused> wrong = new ArrayList<>(
				refusal.problems().stream().limit(MOST).map((one) -> of(one, say, fields)).toList());
		int more = refusal.problems().size() - wrong.size();
		if (more > 0) {
			wrong.add(new Refused("", say.text("refused.more", more)));
		}
		String sentence = refusal.text(say.language());
		String pointer = refusal.pointer();
		if (refusal.kind() == Refusal.Kind.OUTDATED) {
			sentence = say.text("refused.outdated");
		}
		else if (wrong.isEmpty() && pointer != null) {
			wrong = List.of(new Refused(fields.apply(name(pointer)), sentence));
			sentence = say.text("refused.to-correct");
		}
		else if (!wrong.isEmpty()) {
			sentence = say.text("refused.to-correct");
		}
		show(refusal.kind().status(), sentence, wrong, model, response);
	}

	/** Puts a sentence of the pages there. */
	public static void show(int status, String sentence, List<Refused> wrong, Model model,
			HttpServletResponse response) {
		response.setStatus(status);
		model.addAttribute("refusal", sentence);
		model.addAttribute("refused", wrong);
		Map<String, String> at = new HashMap<>();
		wrong.forEach((one) -> at.putIfAbsent(one.field(), one.sentence()));
		model.addAttribute("wrongAt", at);
	}

	private static Refused of(Problem problem, Say say, UnaryOperator<String> fields) {
		String name = name(problem.path());
		String sentence = problem.key().equals("key-missing") ? say.text("problem.field-missing")
				: problem.sentence(say.language());
		String own = "refused.field-" + fields.apply(name);
		String called = Messages.has(own) ? own : "refused.field-" + name;
		if (Messages.has(called)) {
			sentence = say.text(called) + ": " + sentence;
		}
		if (problem.line() > 0) {
			sentence = say.text("report.row", problem.line()) + " " + sentence;
		}
		return new Refused(fields.apply(name), sentence);
	}

	private static String name(String pointer) {
		return pointer.startsWith("/") ? pointer.substring(1) : pointer;
	}

}
