package se.uppdragskollen.web.page;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.operation.DemoPerson;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.web.CurrentActor;
import se.uppdragskollen.web.Open;
import se.uppdragskollen.web.security.DemoLogin;

/**
 * Where everybody comes in: what this is, the login, the way to one's desk, the language.
 */
@PageController
@EnableConfigurationProperties(AccessibilitySettings.class)
class StartController {

	/** People of a demo that are told one by one; the others are in a choice. */
	private static final int IN_TABLE = 20;

	/** When what is said of the service's accessibility was last gone through. */
	private static final LocalDate ACCESSIBILITY_TOLD = LocalDate.of(2026, 11, 22);

	private final CurrentActor actors;

	private final ObjectProvider<DemoLogin> demo;

	private final ObjectProvider<Iterable<ClientRegistration>> providers;

	private final AccessibilitySettings contact;

	StartController(CurrentActor actors, ObjectProvider<DemoLogin> demo,
			ObjectProvider<Iterable<ClientRegistration>> providers, AccessibilitySettings contact) {
		this.contact = contact;
		this.actors = actors;
		this.demo = demo;
		this.providers = providers;
	}

	@GetMapping("/")
	@Open
	String start() {
		return "start";
	}

	/** What works for whom, and whom to tell when something does not. */
	@GetMapping("/accessibility")
	@Open
	String accessibility(Model model) {
		model.addAttribute("contact", this.contact);
		model.addAttribute("written", ACCESSIBILITY_TOLD);
		return "accessibility";
	}

	/** Who may log in how; whoever is logged in is sent on. */
	@GetMapping("/login")
	@Open
	String login(Model model) {
		if (this.actors.find().isPresent()) {
			return "redirect:/desk";
		}
		DemoLogin login = this.demo.getIfAvailable();
		List<DemoPerson> people = (login == null) ? List.of() : login.people();
		List<DemoPerson> named = people.stream().filter(DemoPerson::isNamed).limit(IN_TABLE).toList();
		Map<String, DemoPerson> others = new LinkedHashMap<>();
		people.forEach((one) -> others.putIfAbsent(one.subject(), one));
		named.forEach((one) -> others.remove(one.subject()));
		model.addAttribute("named", named);
		model.addAttribute("others", others.values());
		model.addAttribute("providers", this.providers.getIfAvailable(List::of));
		return "login";
	}

	/** The desk of whoever is logged in. */
	@GetMapping("/desk")
	@Open
	String desk() {
		if (this.actors.login().isEmpty()) {
			return "redirect:/login";
		}
		Actor actor = this.actors.require();
		List<Desk> desks = Desk.of(actor);
		return "redirect:/" + (desks.isEmpty() ? "" : desks.get(0).word());
	}

	/**
	 * Changes the language and goes back to the page.
	 * @param back the page's address, of this service only
	 */
	@GetMapping("/language")
	@Open
	String language(@RequestParam String to, @RequestParam(defaultValue = "/") String back,
			HttpServletResponse response) {
		PageLanguage.keep(Language.ofCode(to).orElseThrow(() -> Refusal.invalid("to", "template-language")), response);
		return "redirect:" + (OwnAddress.is(back) ? back : "/");
	}

}
