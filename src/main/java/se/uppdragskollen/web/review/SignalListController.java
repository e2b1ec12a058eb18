package se.uppdragskollen.web.review;

import java.util.Arrays;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.report.Flag;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.statement.Direction;
import se.uppdragskollen.statement.SignalFilter;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.page.Desk;
import se.uppdragskollen.web.page.PageController;

/**
 * The signals about and from all centres: those that nobody has done anything about first
 * of all.
 */
@PageController
class SignalListController {

	private static final String ALL = "all";

	private final SignalBook book;

	SignalListController(SignalBook book) {
		this.book = book;
	}

	@ModelAttribute("here")
	String here() {
		return Desk.REVIEW.word();
	}

	@GetMapping("/review/signals")
	@Needs(Act.READ_OVERVIEW)
	String list(Actor actor, @RequestParam Map<String, String> asked, Model model) {
		Direction direction = Arrays.stream(Direction.values())
			.filter((one) -> one.word().equals(asked.get("direction")))
			.findFirst()
			.orElse(null);
		Flag flag = flag(asked.get("flag"));
		boolean all = ALL.equals(asked.get("show"));
		model.addAttribute("page",
				this.book.page(actor, new SignalFilter(null, null, direction, null, flag, false, !all),
						PageRequest.of(PageRequest.USUAL, asked.get("cursor"), 2)));
		model.addAttribute("direction", direction);
		model.addAttribute("directions", Direction.values());
		model.addAttribute("flag", flag);
		model.addAttribute("flags", Flag.values());
		model.addAttribute("all", all);
		return "review/signal-list";
	}

	private static @Nullable Flag flag(@Nullable String word) {
		return Arrays.stream(Flag.values()).filter((one) -> one.word().equals(word)).findFirst().orElse(null);
	}

}
