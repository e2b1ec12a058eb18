package se.uppdragskollen.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds whom to reach at a unit: those who report for it, and those of them who may sign.
 * For whoever follows the whole region up.
 */
@Component
@Transactional(readOnly = true)
public class FindStaff {

	private final JdbcClient jdbc;

	FindStaff(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Somebody who acts for a unit.
	 *
	 * @param unit whose
	 * @param name as others see it
	 * @param email where to write, null when not told
	 * @param roles as what
	 */
	public record Member(String unit, String name, @Nullable String email, List<Role> roles) {

		public Member {
			roles = List.copyOf(roles);
		}

	}

	/** Those who may sign for these units, by unit and name. */
	public Map<String, List<Member>> signers(Actor actor, Collection<String> units) {
		Map<String, List<Member>> found = new LinkedHashMap<>();
		find(actor, units, Act.SUBMIT_REPORT.roles())
			.forEach((one) -> found.computeIfAbsent(one.unit(), (unit) -> new ArrayList<>()).add(one));
		return found;
	}

	/** All who act for a unit, its managers first. */
	public List<Member> of(Actor actor, String unit) {
		return find(actor, List.of(unit), Act.EDIT_DRAFT.roles());
	}

	private List<Member> find(Actor actor, Collection<String> units, Set<Role> roles) {
		actor.require(Act.READ_OVERVIEW);
		return this.jdbc.sql("""
				select r.unit, p.name, p.email, array_agg(r.role order by r.role) as roles
				from person_role r join person p on p.id = r.person
				where r.unit = any(:units) and r.role = any(:roles) and p.active and not p.system
				group by r.unit, p.id order by r.unit, min(r.role), p.name, p.id
				""")
			.param("units", units.stream().distinct().toArray(String[]::new))
			.param("roles", roles.stream().map(Role::word).toArray(String[]::new))
			.query((row, i) -> new Member(row.getString("unit"), row.getString("name"), row.getString("email"),
					roles(row)))
			.list();
	}

	private static List<Role> roles(ResultSet row) throws SQLException {
		return Arrays.stream((String[]) row.getArray("roles").getArray()).map(People::role).toList();
	}

}
