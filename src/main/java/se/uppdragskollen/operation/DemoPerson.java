package se.uppdragskollen.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody whom a demo can be tried as.
 *
 * @param subject what to log in as
 * @param name the person's name
 * @param role one of the roles held
 * @param unit the name of the centre of that role, null when it has none
 */
public record DemoPerson(String subject, String name, String role, @Nullable String unit) {

	/** The issuer under which a demo's people are registered. */
	public static final String ISSUER = "urn:uppdragskollen:demo";

	/**
	 * Whether the person is one of those that visitors are told of, not one of the
	 * numbered.
	 */
	public boolean isNamed() {
		return this.subject.chars().noneMatch(Character::isDigit);
	}

	/**
	 * A row for each role of each person, the region's people first, and the named ones
	 * before the numbered.
	 */
	public static List<DemoPerson> all(JdbcClient jdbc) {
		return jdbc.sql("""
				select p.subject, p.name, r.role, u.name as unit
				from person p join person_role r on r.person = p.id left join unit u on u.id = r.unit
				where p.issuer = ? and p.active
				order by r.unit is not null, r.role, p.subject ~ '[0-9]', p.id
				""")
			.param(ISSUER)
			.query((row, i) -> new DemoPerson(row.getString("subject"), row.getString("name"), row.getString("role"),
					row.getString("unit")))
			.list();
	}

}
