package se.uppdragskollen.web.api;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.access.AssignRoles;
import se.uppdragskollen.access.EditPerson;
import se.uppdragskollen.access.FindPeople;
import se.uppdragskollen.access.Person;
import se.uppdragskollen.access.PersonEntry;
import se.uppdragskollen.access.PersonFilter;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.web.Listing;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.Versions;

/**
 * People, systems and their roles.
 */
@RestController
@RequestMapping("/api/v1/people")
class PeopleController {

	private static final int MOST_ROLES = 500;

	private static final Listing<Person> LIST = Listing.<Person>of("people", 2)
		.column("person", Person::id)
		.column("name", Person::name)
		.column("email", Person::email)
		.column("hsa-id", Person::hsaId)
		.column("system", Person::system)
		.column("active", Person::active)
		.column("roles", (person) -> new Bilingual(words(person, Language.SV), words(person, Language.EN)));

	private final FindPeople find;

	private final EditPerson edit;

	private final AssignRoles assign;

	private final Audit audit;

	PeopleController(FindPeople find, EditPerson edit, AssignRoles assign, Audit audit) {
		this.find = find;
		this.edit = edit;
		this.assign = assign;
		this.audit = audit;
	}

	@GetMapping
	@Needs(Act.READ_PEOPLE)
	@Nullable Page<Person> list(Actor actor, @RequestParam(required = false) @Nullable String q,
			@RequestParam(required = false) @Nullable String role,
			@RequestParam(required = false) @Nullable String unit,
			@RequestParam(required = false) @Nullable String active, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		PersonFilter filter = new PersonFilter(Asked.text(q), Asked.word("role", role, Role.values()), Asked.text(unit),
				Asked.flag("active", active));
		return LIST.answer(request, response, (page) -> this.find.list(actor, filter, page),
				() -> this.audit.noteAlone(actor.auditName(), "exported", "people", null, Map.of()));
	}

	@PostMapping
	@Needs(Act.EDIT_PEOPLE)
	ResponseEntity<Person> register(Actor actor, @RequestBody PersonEntry entry) {
		Person person = this.edit.register(actor, entry);
		return ResponseEntity.created(URI.create("/api/v1/people/" + person.id()))
			.eTag(Versions.tag(person.version()))
			.body(person);
	}

	@GetMapping("/{id}")
	@Needs(Act.READ_PEOPLE)
	ResponseEntity<Person> one(Actor actor, @PathVariable long id) {
		return tagged(this.find.one(actor, id));
	}

	@PutMapping("/{id}")
	@Needs(Act.EDIT_PEOPLE)
	ResponseEntity<Person> change(Actor actor, @PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody PersonEntry entry) {
		return tagged(this.edit.change(actor, id, Versions.required(version), entry));
	}

	@PutMapping("/{id}/roles")
	@Needs(Act.EDIT_PEOPLE)
	ResponseEntity<Person> assign(Actor actor, @PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody Roles body) {
		return tagged(this.assign.assign(actor, id, Versions.required(version), body.wanted()));
	}

	private static ResponseEntity<Person> tagged(Person person) {
		return Versions.tagged(person, person.version());
	}

	private static String words(Person person, Language language) {
		return person.roles().stream().map((grant) -> {
			String role = Messages.text(language, "role." + grant.role().word());
			return (grant.unit() == null) ? role : role + " " + grant.unit();
		}).collect(Collectors.joining("; "));
	}

	/**
	 * The roles that somebody is to have from now on.
	 *
	 * @param roles all of them
	 */
	record Roles(@Nullable List<AssignRoles.@Nullable Wanted> roles) {

		List<AssignRoles.Wanted> wanted() {
			if (this.roles == null || this.roles.size() > MOST_ROLES) {
				throw Refusal.invalid("/roles", "roles-expected", MOST_ROLES);
			}
			List<AssignRoles.Wanted> wanted = new ArrayList<>();
			this.roles.forEach((one) -> wanted.add((one == null) ? new AssignRoles.Wanted(null, null) : one));
			return wanted;
		}

	}

}
