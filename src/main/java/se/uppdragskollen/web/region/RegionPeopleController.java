package se.uppdragskollen.web.region;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.access.FindPeople;
import se.uppdragskollen.access.Grant;
import se.uppdragskollen.access.Person;
import se.uppdragskollen.access.PersonFilter;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.unit.FindUnits;
import se.uppdragskollen.unit.RegisteredUnit;
import se.uppdragskollen.unit.UnitFilter;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.page.PageController;

/**
 * Who may log in, and as what.
 */
@PageController
@RequestMapping("/region/people")
class RegionPeopleController {

	private final FindPeople people;

	private final FindUnits units;

	RegionPeopleController(FindPeople people, FindUnits units) {
		this.people = people;
		this.units = units;
	}

	/**
	 * The list.
	 * @param ended also those who may no longer log in
	 */
	@GetMapping
	@Needs(Act.READ_PEOPLE)
	String list(Actor actor, @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String role,
			@RequestParam(defaultValue = "") String unit, @RequestParam(required = false) @Nullable String ended,
			@RequestParam(required = false) @Nullable String cursor, Model model) {
		String wanted = text.replaceAll("\\p{Cntrl}", "").strip();
		Role as = Arrays.stream(Role.values()).filter((one) -> one.word().equals(role)).findFirst().orElse(null);
		List<RegisteredUnit> all = this.units
			.list(actor, new UnitFilter(null, null, null, null), PageRequest.everything())
			.items();
		Map<String, String> names = new LinkedHashMap<>();
		all.forEach((one) -> names.put(one.id(), one.name()));
		String of = names.containsKey(unit) ? unit : null;
		Page<Person> page = this.people.list(actor,
				new PersonFilter(wanted.isEmpty() ? null : wanted, as, of, (ended == null) ? Boolean.TRUE : null),
				PageRequest.of(PageRequest.USUAL, cursor, 2));
		model.addAttribute("page", page);
		model.addAttribute("names", names);
		model.addAttribute("text", wanted);
		model.addAttribute("role", (as == null) ? "" : as.word());
		model.addAttribute("unit", Objects.requireNonNullElse(of, ""));
		model.addAttribute("ended", ended != null);
		model.addAttribute("roles", Role.values());
		model.addAttribute("edits", actor.may(Act.EDIT_PEOPLE));
		return "region/people";
	}

	/** A role as it is sent: its word, and its centre behind a sign where it has one. */
	static String sent(Grant grant) {
		return grant.role().word() + ((grant.unit() == null) ? "" : "@" + grant.unit());
	}

}
