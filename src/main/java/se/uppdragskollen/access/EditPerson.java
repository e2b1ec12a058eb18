package se.uppdragskollen.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.request.Refusal;

/**
 * Registers a person or system, or changes what is registered; roles are given apart.
 */
@Component
@Transactional
public class EditPerson {

	private final People people;

	private final Audit audit;

	EditPerson(People people, Audit audit) {
		this.people = people;
		this.audit = audit;
	}

	/**
	 * Registers somebody, yet without a role.
	 * @throws Refusal when something is wrong with the entry, or that login is registered
	 */
	public Person register(Actor actor, PersonEntry entry) {
		actor.require(Act.EDIT_PEOPLE);
		Problems problems = new Problems();
		Person person = entry.added(problems);
		if (!problems.isEmpty()) {
			throw Refusal.invalid(problems);
		}
		long id = this.people.add(person).orElseThrow(() -> Refusal.conflict("person-exists"));
		this.audit.note(actor, "person-registered", "person:" + id, null,
				Map.of("system", person.system(), "active", person.active()));
		return this.people.require(id);
	}

	/**
	 * Changes somebody's entry; all of it is given.
	 * @param version the version that the change rests on
	 * @throws Refusal when something is wrong with the entry, somebody else was first, or
	 * it would leave nobody who can give roles
	 */
	public Person change(Actor actor, long id, long version, PersonEntry entry) {
		actor.require(Act.EDIT_PEOPLE);
		this.people.oneAtATime();
		Person before = this.people.require(id);
		if (before.version() != version) {
			throw Refusal.outdated(before);
		}
		Problems problems = new Problems();
		Person after = entry.changed(before, problems);
		if (!problems.isEmpty()) {
			throw Refusal.invalid(problems);
		}
		check(actor, before, after);
		if (after.equals(before)) {
			return before;
		}
		this.people.change(after.at(version + 1));
		if (!this.people.hasAdministrator()) {
			throw Refusal.conflict("last-administrator");
		}
		this.audit.note(actor, "person-changed", "person:" + id, null, Map.of("fields", fields(before, after), "system",
				after.system(), "active", after.active(), "version", version + 1));
		return this.people.require(id);
	}

	private static void check(Actor actor, Person before, Person after) {
		boolean standing = before.active() != after.active() || before.system() != after.system();
		if (standing && actor.person() == before.id()) {
			throw Refusal.forbidden("own-account");
		}
		if (after.system() && before.roles().stream().anyMatch((grant) -> !grant.role().bySystem())) {
			throw Refusal.conflict("system-with-roles");
		}
	}

	private static List<String> fields(Person before, Person after) {
		List<String> fields = new ArrayList<>();
		if (!before.name().equals(after.name())) {
			fields.add("name");
		}
		if (!Objects.equals(before.email(), after.email())) {
			fields.add("email");
		}
		if (!Objects.equals(before.hsaId(), after.hsaId())) {
			fields.add("hsa_id");
		}
		if (before.system() != after.system()) {
			fields.add("system");
		}
		if (before.active() != after.active()) {
			fields.add("active");
		}
		return fields;
	}

}
