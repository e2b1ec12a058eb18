package se.uppdragskollen.web.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.notice.ChooseNotices;
import se.uppdragskollen.notice.MailSettings;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.unit.FindUnits;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Refused;
import se.uppdragskollen.web.page.Say;

/**
 * Where somebody sees their own roles and address, and says which mail to get.
 */
@PageController
class SettingsController {

	private final ChooseNotices choose;

	private final MailSettings mail;

	private final FindUnits units;

	SettingsController(ChooseNotices choose, MailSettings mail, FindUnits units) {
		this.choose = choose;
		this.mail = mail;
		this.units = units;
	}

	@GetMapping("/settings")
	@Needs(Act.READ_EDITIONS)
	String settings(Actor actor, @RequestParam(defaultValue = "") String done, Model model) {
		model.addAttribute("choice", this.choose.of(actor));
		Map<String, String> names = new HashMap<>();
		actor.own().forEach((unit) -> names.put(unit, this.units.one(actor, unit).name()));
		model.addAttribute("names", names);
		model.addAttribute("mailOn", this.mail.isOn());
		model.addAttribute("saved", done.equals("saved"));
		return "settings/own";
	}

	@PostMapping("/settings")
	@Needs(Act.READ_EDITIONS)
	String save(Actor actor, @RequestParam(defaultValue = "") String language,
			@RequestParam(required = false) @Nullable List<String> wanted, Say say, Model model,
			HttpServletResponse response) {
		try {
			this.choose.choose(actor, language, (wanted == null) ? Set.of() : Set.copyOf(wanted));
			return "redirect:/settings?done=saved";
		}
		catch (Refusal refusal) {
			Refused.show(refusal, say, model, response, (name) -> "sv");
			return settings(actor, "", model);
		}
	}

}
