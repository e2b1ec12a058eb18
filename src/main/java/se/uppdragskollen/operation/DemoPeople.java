package se.uppdragskollen.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.access.Login;
import se.uppdragskollen.access.People;
import se.uppdragskollen.access.Role;

/**
 * The demo's people: invented, one or more of every role, and a head for every centre.
 */
@Component
@DemoOnly
class DemoPeople {

	/** The issuer of logins in a demo; no provider can have this name. */
	static final String ISSUER = "urn:uppdragskollen:demo";

	static final String COMMISSIONER = "bodil";

	static final String REVIEWER = "greta";

	private static final List<Person> REGION = List.of(
			new Person(COMMISSIONER, "Bodil Beställarsson", List.of(Role.COMMISSIONER)),
			new Person("bertil", "Bertil Beställarsson", List.of(Role.COMMISSIONER)),
			new Person(REVIEWER, "Greta Granskarsdotter", List.of(Role.REVIEWER)),
			new Person("gustav", "Gustav Granskarsson", List.of(Role.REVIEWER)),
			new Person("revy", "Revy Revisorsdotter", List.of(Role.AUDITOR)),
			new Person("admina", "Admina Adminsson", List.of(Role.ADMINISTRATOR)));

	/** Who heads the centres that the demo's visitors try out, and who fills in there. */
	private static final List<List<String>> CENTRES = List.of(
			List.of("vera", "Vera Verksamhetschefsson", "rune", "Rune Rapportörsson"),
			List.of("viola", "Viola Verksamhetschefsson", "rut", "Rut Rapportörsdotter"));

	private final JdbcClient jdbc;

	private final People people;

	DemoPeople(JdbcClient jdbc, People people) {
		this.jdbc = jdbc;
		this.people = people;
	}

	/** Registers the region's people. */
	@Transactional
	public void registerRegion() {
		for (Person one : REGION) {
			long id = add(one.subject(), one.name());
			one.roles().forEach((role) -> grant(id, role, null));
		}
	}

	/**
	 * Registers a head for every centre, and somebody who fills in at those that are
	 * tried out.
	 * @param units all centres
	 * @param triedOut those that visitors try out
	 * @return the head of each
	 */
	@Transactional
	public Map<String, Long> registerCentres(List<String> units, List<String> triedOut) {
		Map<String, Long> heads = new LinkedHashMap<>();
		int number = 0;
		for (String unit : units) {
			number++;
			int known = triedOut.indexOf(unit);
			boolean named = known >= 0 && known < CENTRES.size();
			long head = named ? add(CENTRES.get(known).get(0), CENTRES.get(known).get(1))
					: add("chef-" + number, "Verksamhetschef nummer " + number);
			grant(head, Role.MANAGER, unit);
			heads.put(unit, head);
			if (named) {
				grant(add(CENTRES.get(known).get(2), CENTRES.get(known).get(3)), Role.REPORTER, unit);
			}
		}
		return heads;
	}

	/** Somebody of the demo. */
	Actor actor(String subject) {
		return this.people.actor(new Login(ISSUER, subject, null, true)).orElseThrow();
	}

	/** Who heads a centre. */
	Actor head(String unit) {
		return actor(this.jdbc.sql("""
				select p.subject from person p join person_role r on r.person = p.id
				where p.issuer = ? and r.role = 'manager' and r.unit = ? order by p.id limit 1
				""").params(ISSUER, unit).query(String.class).single());
	}

	/** Whom to log in as, with roles and centre; the numbered heads are left out. */
	List<Map<String, @Nullable Object>> known() {
		return new ArrayList<>(this.jdbc.sql("""
				select p.subject, p.name, r.role, u.name as unit from person p join person_role r on r.person = p.id
				left join unit u on u.id = r.unit
				where p.issuer = ? and p.subject not like 'chef-%' order by p.id, r.role
				""").param(ISSUER).query().listOfRows());
	}

	private long add(String subject, String name) {
		return this.jdbc.sql("insert into person (issuer, subject, name, email) values (?, ?, ?, ?) returning id")
			.params(ISSUER, subject, name, subject + "@uppdragskollen.example")
			.query(Long.class)
			.single();
	}

	private void grant(long person, Role role, @Nullable String unit) {
		this.jdbc.sql("insert into person_role (person, role, unit) values (:person, :role, :unit)")
			.param("person", person)
			.param("role", role.word())
			.param("unit", unit)
			.update();
	}

	private record Person(String subject, String name, List<Role> roles) {

	}

}
