package se.uppdragskollen.web.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.access.AssignRoles;
import se.uppdragskollen.access.EditPerson;
import se.uppdragskollen.access.FindPeople;
import se.uppdragskollen.access.Person;
import se.uppdragskollen.access.PersonEntry;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.unit.FindUnits;
import se.uppdragskollen.unit.RegisteredUnit;
import se.uppdragskollen.unit.UnitFilter;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.page.Crumb;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Refused;
import se.uppdragskollen.web.page.Say;

/**
 * Somebody with their roles: registered, changed, ended.
 */
@PageController
@RequestMapping("/region/people")
class PersonController {

	private final FindPeople people;

	private final EditPerson edit;

	private final AssignRoles roles;

	private final FindUnits units;

	PersonController(FindPeople people, EditPerson edit, AssignRoles roles, FindUnits units) {
		this.people = people;
		this.edit = edit;
		this.roles = roles;
		this.units = units;
	}

	/** A form for somebody new, who logs in where the administrator does unless told. */
	@GetMapping("/new")
	@Needs(Act.EDIT_PEOPLE)
	String blank(Actor actor, Say say, Model model) {
		return blank(Map.of("issuer", this.people.one(actor, actor.person()).issuer()), say, model);
	}

	private static String blank(Map<String, String> typed, Say say, Model model) {
		model.addAttribute("typed", typed);
		model.addAttribute("crumbs", List.of(new Crumb("/region/people", say.text("region.tab-people"))));
		return "region/person-new";
	}

	@PostMapping
	@Needs(Act.EDIT_PEOPLE)
	String register(Actor actor, @RequestParam Map<String, String> typed, Say say, Model model,
			HttpServletResponse response) {
		try {
			Person person = this.edit.register(actor, entry(typed, true));
			return "redirect:/region/people/" + person.id() + "?done=person-registered";
		}
		catch (Refusal refusal) {
			Refused.show(refusal, say, model, response);
			return blank(typed, say, model);
		}
	}

	@GetMapping("/{id}")
	@Needs(Act.READ_PEOPLE)
	String one(Actor actor, @PathVariable long id, Say say, Model model) {
		Person person = this.people.one(actor, id);
		List<RegisteredUnit> all = this.units
			.list(actor, new UnitFilter(null, null, null, null), PageRequest.everything())
			.items();
		Map<String, String> names = new LinkedHashMap<>();
		all.forEach((one) -> names.put(one.id(), one.name()));
		Set<String> held = new LinkedHashSet<>();
		person.roles().forEach((grant) -> held.add(RegionPeopleController.sent(grant)));
		model.addAttribute("person", person);
		model.addAttribute("names", names);
		model.addAttribute("held", held);
		model.addAttribute("regionRoles", Arrays.stream(Role.values()).filter((one) -> !one.ofCentre()).toList());
		model.addAttribute("centreRoles", Arrays.stream(Role.values()).filter(Role::ofCentre).toList());
		model.addAttribute("centreGrants", person.roles().stream().filter((one) -> one.role().ofCentre()).toList());
		model.addAttribute("edits", actor.may(Act.EDIT_PEOPLE));
		model.addAttribute("self", actor.person() == id);
		model.addAttribute("crumbs", List.of(new Crumb("/region/people", say.text("region.tab-people"))));
		return "region/person";
	}

	@PostMapping("/{id}")
	@Needs(Act.EDIT_PEOPLE)
	String change(Actor actor, @PathVariable long id, @RequestParam long version,
			@RequestParam Map<String, String> typed, Say say, Model model, HttpServletResponse response) {
		try {
			boolean active = this.people.one(actor, id).active();
			this.edit.change(actor, id, version, entry(typed, active));
			return "redirect:/region/people/" + id + "?done=person-changed";
		}
		catch (Refusal refusal) {
			Refused.show(refusal, say, model, response);
			model.addAttribute("typed", typed);
			return one(actor, id, say, model);
		}
	}

	/** Ends somebody's access, or gives it back; the roles stay to be read. */
	@PostMapping("/{id}/access")
	@Needs(Act.EDIT_PEOPLE)
	String access(Actor actor, @PathVariable long id, @RequestParam long version, @RequestParam boolean active, Say say,
			Model model, HttpServletResponse response) {
		try {
			Person person = this.people.one(actor, id);
			this.edit.change(actor, id, version, new PersonEntry(null, null, person.name(), person.email(),
					person.hsaId(), person.system(), active));
			return "redirect:/region/people/" + id + "?done=" + (active ? "person-back" : "person-ended");
		}
		catch (Refusal refusal) {
			Refused.show(refusal, say, model, response);
			return one(actor, id, say, model);
		}
	}

	/**
	 * Says which roles somebody has from now on.
	 * @param roles those ticked, as {@code reviewer} or {@code manager@SE…}
	 * @param role one more, for the centre chosen with it
	 */
	@PostMapping("/{id}/roles")
	@Needs(Act.EDIT_PEOPLE)
	String roles(Actor actor, @PathVariable long id, @RequestParam long version,
			@RequestParam(required = false) @Nullable List<String> roles,
			@RequestParam(name = "more_role", defaultValue = "") String role,
			@RequestParam(name = "more_unit", defaultValue = "") String unit, Say say, Model model,
			HttpServletResponse response) {
		List<String> ticked = (roles == null) ? List.of() : roles;
		try {
			List<AssignRoles.Wanted> wanted = new ArrayList<>(ticked.stream().map(PersonController::wanted).toList());
			if (!role.isEmpty() || !unit.isEmpty()) {
				wanted.add(new AssignRoles.Wanted(orNull(role), orNull(unit)));
			}
			this.roles.assign(actor, id, version, wanted);
			return "redirect:/region/people/" + id + "?done=roles";
		}
		catch (Refusal refusal) {
			Refused.show(refusal, say, model, response, (name) -> name.startsWith("roles") ? "more_role" : name);
			String view = one(actor, id, say, model);
			model.addAttribute("held", Set.copyOf(ticked));
			model.addAttribute("moreRole", role);
			model.addAttribute("moreUnit", unit);
			return view;
		}
	}

	private static AssignRoles.Wanted wanted(String sent) {
		int at = sent.indexOf('@');
		return (at < 0) ? new AssignRoles.Wanted(sent, null)
				: new AssignRoles.Wanted(sent.substring(0, at), sent.substring(at + 1));
	}

	private static @Nullable String orNull(String text) {
		return text.isEmpty() ? null : text;
	}

	private static PersonEntry entry(Map<String, String> typed, boolean active) {
		return new PersonEntry(typed.get("issuer"), typed.get("subject"), typed.get("name"), typed.get("email"),
				typed.get("hsa_id"), typed.containsKey("system"), active);
	}

}
