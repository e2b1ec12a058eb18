package se.uppdragskollen.access;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The people and systems that are registered here.
 */
@Repository
public class People {

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

	private static Role role(String word) {
		for (Role role : Role.values()) {
			if (role.word().equals(word)) {
				return role;
			}
		}
		throw new IllegalStateException("no role " + word);
	}

}
