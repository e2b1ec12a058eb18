package se.uppdragskollen.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.request.Refusal;

/**
 * The people and systems that are registered here.
 */
@Repository
public class People {

	/** Whether an administrator is left is known when one change is made at a time. */
	private static final long ONE_AT_A_TIME = 0x5570_7044_5065_6f70L;

	private final JdbcClient jdbc;

	People(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Who is logged in, with the roles of this moment; nothing when not registered here,
	 * or no longer active.
	 */
	public Optional<Actor> actor(Login login) {
		Set<Grant> grants = new LinkedHashSet<>();
		return this.jdbc.sql("""
				select p.id, p.name, p.system, r.role, r.unit
				from person p left join person_role r on r.person = p.id
				where p.issuer = ? and p.subject = ? and p.active
				""").params(login.issuer(), login.subject()).query((row, i) -> {
			if (row.getString("role") != null) {
				grants.add(new Grant(role(row.getString("role")), row.getString("unit")));
			}
			return new Actor(row.getLong("id"), row.getString("name"), row.getBoolean("system"), login.assured(),
					Set.of());
		})
			.list()
			.stream()
			.findFirst()
			.map((actor) -> new Actor(actor.person(), actor.name(), actor.system(), actor.assured(), grants));
	}

	/**
	 * Somebody who is registered, active or not.
	 * @throws Refusal when there is nobody with this id
	 */
	Person require(long id) {
		return rolesAdded(this.jdbc.sql("select * from person where id = ?").param(id).query(People::person).list())
			.stream()
			.findFirst()
			.orElseThrow(() -> Refusal.notFound("person-not-found", id));
	}

	/** Waits for other changes, and lets none in until the transaction ends. */
	void oneAtATime() {
		this.jdbc.sql("select pg_advisory_xact_lock(:key)").param("key", ONE_AT_A_TIME).query().listOfRows();
	}

	Page<Person> page(PersonFilter filter, PageRequest page) {
		List<Person> people = this.jdbc.sql("""
				select * from person p
				where (cast(:text as text) is null or position(lower(:text) in lower(name)) > 0
				       or position(lower(:text) in lower(coalesce(email, ''))) > 0
				       or position(lower(:text) in lower(coalesce(hsa_id, ''))) > 0)
				  and (cast(:active as boolean) is null or active = :active)
				  and (cast(:role as text) is null and cast(:unit as text) is null or exists (
				       select 1 from person_role r where r.person = p.id
				       and (cast(:role as text) is null or r.role = :role)
				       and (cast(:unit as text) is null or r.unit = :unit)))
				  and (:first or (name, id) > (:name, :id))
				order by name, id limit :fetch
				""")
			.param("text", filter.text())
			.param("active", filter.active())
			.param("role", (filter.role() == null) ? null : filter.role().word())
			.param("unit", filter.unit())
			.param("first", page.isFirst())
			.param("name", page.after(0))
			.param("id", page.afterNumber(1))
			.param("fetch", page.fetch())
			.query(People::person)
			.list();
		return page.page(rolesAdded(people), (one) -> List.of(one.name(), String.valueOf(one.id())));
	}

	/** Adds somebody, or gives nothing when that login is registered. */
	Optional<Long> add(Person person) {
		return this.jdbc.sql("""
				insert into person (issuer, subject, name, email, hsa_id, system, active)
				values (:issuer, :subject, :name, :email, :hsa_id, :system, :active)
				on conflict (issuer, subject) do nothing returning id
				""")
			.param("issuer", person.issuer())
			.param("subject", person.subject())
			.params(editable(person))
			.query(Long.class)
			.optional();
	}

	/** Writes somebody's entry; its version is the new one. */
	void change(Person person) {
		this.jdbc.sql("""
				update person set name = :name, email = :email, hsa_id = :hsa_id, system = :system, active = :active,
				       version = :version
				where id = :id
				""").param("version", person.version()).param("id", person.id()).params(editable(person)).update();
	}

	/** Writes which roles somebody has. */
	void changeRoles(Person person) {
		this.jdbc.sql("delete from person_role where person = ?").param(person.id()).update();
		person.roles().forEach((grant) -> give(person.id(), grant));
		this.jdbc.sql("update person set version = ? where id = ?").params(person.version(), person.id()).update();
	}

	void give(long person, Grant grant) {
		this.jdbc.sql("insert into person_role (person, role, unit) values (:person, :role, :unit)")
			.param("person", person)
			.param("role", grant.role().word())
			.param("unit", grant.unit())
			.update();
	}

	/** Whether there is anybody who can give roles. */
	boolean hasAdministrator() {
		return this.jdbc.sql("""
				select exists (select 1 from person p join person_role r on r.person = p.id
				               where r.role = 'administrator' and p.active and not p.system)
				""").query(Boolean.class).single();
	}

	/** Those of the units that are registered. */
	Set<String> registered(Collection<String> units) {
		return new HashSet<>(this.jdbc.sql("select id from unit where id = any(:units)")
			.param("units", units.toArray(String[]::new))
			.query(String.class)
			.list());
	}

	private List<Person> rolesAdded(List<Person> people) {
		Map<Long, List<Grant>> roles = new HashMap<>();
		this.jdbc.sql("select * from person_role where person = any(:people) order by role, unit")
			.param("people", people.stream().map(Person::id).toArray(Long[]::new))
			.query((row) -> {
				roles.computeIfAbsent(row.getLong("person"), (id) -> new ArrayList<>())
					.add(new Grant(role(row.getString("role")), row.getString("unit")));
			});
		return people.stream().map((one) -> one.with(roles.getOrDefault(one.id(), List.of()))).toList();
	}

	private static Map<String, @Nullable Object> editable(Person person) {
		Map<String, @Nullable Object> values = new HashMap<>();
		values.put("name", person.name());
		values.put("email", person.email());
		values.put("hsa_id", person.hsaId());
		values.put("system", person.system());
		values.put("active", person.active());
		return values;
	}

	private static Person person(ResultSet row, int number) throws SQLException {
		return new Person(row.getLong("id"), row.getString("issuer"), row.getString("subject"), row.getString("name"),
				row.getString("email"), row.getString("hsa_id"), row.getBoolean("system"), row.getBoolean("active"),
				row.getLong("version"), List.of());
	}

	static Role role(String word) {
		return Role.named(word).orElseThrow(() -> new IllegalStateException("no role " + word));
	}

}
