package se.uppdragskollen.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.document.Position;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.request.Refusal;

/**
 * Gives roles and takes them away. A change counts from the next request of whom it
 * concerns.
 */
@Component
@Transactional
public class AssignRoles {

	private final People people;

	private final Audit audit;

	AssignRoles(People people, Audit audit) {
		this.people = people;
		this.audit = audit;
	}

	/**
	 * Says which roles somebody has from now on, all of them.
	 * @param version the version of the person's entry that this rests on
	 * @throws Refusal when it is the administrator's own, something is wrong with a role,
	 * somebody else was first, or nobody would be left who can give roles
	 */
	public Person assign(Actor actor, long id, long version, List<Wanted> wanted) {
		actor.require(Act.EDIT_PEOPLE);
		this.people.oneAtATime();
		Person before = this.people.require(id);
		if (actor.person() == id) {
			throw Refusal.forbidden("own-roles");
		}
		if (before.version() != version) {
			throw Refusal.outdated(before);
		}
		Set<Grant> roles = checked(before, wanted);
		Set<Grant> given = without(roles, before.roles());
		Set<Grant> taken = without(before.roles(), roles);
		if (given.isEmpty() && taken.isEmpty()) {
			return before;
		}
		given.forEach((grant) -> requireNotOwn(actor, grant));
		taken.forEach((grant) -> requireNotOwn(actor, grant));
		this.people.changeRoles(before.with(List.copyOf(roles)).at(version + 1));
		if (!this.people.hasAdministrator()) {
			throw Refusal.conflict("last-administrator");
		}
		this.audit.note(actor, "roles-changed", "person:" + id, null,
				Map.of("given", words(given), "taken", words(taken), "version", version + 1));
		return this.people.require(id);
	}

	/** Who belongs to a centre does not decide who else does. */
	private static void requireNotOwn(Actor actor, Grant grant) {
		if (grant.unit() != null) {
			actor.require(Act.EDIT_PEOPLE, grant.unit());
		}
	}

	private Set<Grant> checked(Person person, List<Wanted> wanted) {
		Problems problems = new Problems();
		Set<String> units = this.people.registered(wanted.stream().map(Wanted::unit).filter(Objects::nonNull).toList());
		Set<Grant> grants = new LinkedHashSet<>();
		for (int i = 0; i < wanted.size(); i++) {
			int at = i;
			grant(wanted.get(i), "roles[" + i + "].", person, units, problems).ifPresent((grant) -> {
				if (!grants.add(grant)) {
					problems.at("", Position.NOWHERE, "roles[" + at + "]").say("role-twice");
				}
			});
		}
		if (!problems.isEmpty()) {
			throw Refusal.invalid(problems);
		}
		return grants;
	}

	private static Optional<Grant> grant(Wanted wanted, String path, Person person, Set<String> units,
			Problems problems) {
		Problems.At atRole = problems.at("", Position.NOWHERE, path + "role").found(wanted.role());
		Problems.At atUnit = problems.at("", Position.NOWHERE, path + "unit").found(wanted.unit());
		Optional<Role> role = (wanted.role() == null) ? Optional.empty() : Role.named(wanted.role());
		if (role.isEmpty()) {
			atRole.allowedNames(Arrays.stream(Role.values()).map(Role::word).toList()).say("unknown-word");
			return Optional.empty();
		}
		if (person.system() && !role.get().bySystem()) {
			atRole.say("role-not-for-system");
			return Optional.empty();
		}
		if (!role.get().ofCentre()) {
			if (wanted.unit() != null) {
				atUnit.say("role-without-unit", role.get().word());
				return Optional.empty();
			}
			return Optional.of(new Grant(role.get(), null));
		}
		if (wanted.unit() == null || !units.contains(wanted.unit())) {
			atUnit.say((wanted.unit() == null) ? "role-needs-unit" : "unit-not-registered");
			return Optional.empty();
		}
		return Optional.of(new Grant(role.get(), wanted.unit()));
	}

	private static Set<Grant> without(Collection<Grant> these, Collection<Grant> those) {
		Set<Grant> left = new LinkedHashSet<>();
		these.forEach((grant) -> {
			if (!those.contains(grant)) {
				left.add(grant);
			}
		});
		return left;
	}

	private static List<String> words(Set<Grant> grants) {
		Set<String> words = new TreeSet<>();
		grants.forEach((grant) -> words.add(grant.role().word() + ((grant.unit() == null) ? "" : " " + grant.unit())));
		return new ArrayList<>(words);
	}

	/**
	 * A role that somebody is to have, as typed.
	 *
	 * @param role its word
	 * @param unit the centre that it is held for, null for the region's roles
	 */
	public record Wanted(@Nullable String role, @Nullable String unit) {

	}

}
