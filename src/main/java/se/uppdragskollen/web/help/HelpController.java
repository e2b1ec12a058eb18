package se.uppdragskollen.web.help;

import java.util.ArrayList;
import java.util.List;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.web.Open;
import se.uppdragskollen.web.page.Crumb;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Say;

/**
 * Step by step what each kind of user does, and the words explained.
 */
@PageController
class HelpController {

	/** The desks, as in addresses. */
	private static final List<String> DESKS = List.of("centre", "review", "region", "public");

	/** The words explained, as they follow from one another. */
	private static final List<String> WORDS = List.of("assignment", "edition", "requirement", "limit", "element",
			"derived", "report", "register", "signal", "exemption", "outcome", "not-assessable", "finding", "severity",
			"priority", "case", "ladder", "dialogue", "small-group", "fingerprint");

	private static final int MOST = 12;

	@GetMapping("/help")
	@Open
	String start(Model model) {
		model.addAttribute("topics", DESKS);
		return "help/start";
	}

	@GetMapping("/help/words")
	@Open
	String words(Say say, Model model) {
		model.addAttribute("words", WORDS);
		model.addAttribute("crumbs", crumbs(say));
		return "help/words";
	}

	@GetMapping("/help/{desk}")
	@Open
	String desk(@PathVariable String desk, Say say, Model model) {
		if (!DESKS.contains(desk)) {
			throw Refusal.notFound("status-404");
		}
		model.addAttribute("desk", desk);
		model.addAttribute("tasks", tasks("help." + desk, say));
		model.addAttribute("crumbs", crumbs(say));
		return "help/desk";
	}

	private static List<Crumb> crumbs(Say say) {
		return List.of(new Crumb("/help", say.text("help.title")));
	}

	/** As many tasks, and as many steps of each, as there are words for. */
	private static List<Task> tasks(String family, Say say) {
		List<Task> tasks = new ArrayList<>();
		for (int i = 1; i <= MOST && Messages.has(family + "-" + i); i++) {
			List<String> steps = new ArrayList<>();
			for (int j = 1; j <= MOST && Messages.has(family + "-" + i + "." + j); j++) {
				steps.add(say.text(family + "-" + i + "." + j));
			}
			tasks.add(new Task("task-" + i, say.text(family + "-" + i), steps));
		}
		return tasks;
	}

	/**
	 * Something to be done.
	 *
	 * @param id its place on the page
	 * @param title what it is
	 * @param steps how it is done
	 */
	public record Task(String id, String title, List<String> steps) {

	}

}
