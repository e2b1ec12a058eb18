package se.uppdragskollen.access;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A person or system as registered.
 *
 * @param id the service's own number
 * @param issuer the login provider
 * @param subject the provider's id of them
 * @param name as others see it
 * @param email where notices go, null when not told
 * @param hsaId the person's HSA-id, null when not told
 * @param system whether another system, which can neither sign nor decide
 * @param active whether they may log in
 * @param version of this entry, roles included
 * @param roles what they may act as
 */
public record Person(long id, String issuer, String subject, String name, @Nullable String email,
		@Nullable String hsaId, boolean system, boolean active, long version, List<Grant> roles) {

	public Person {
		roles = List.copyOf(roles);
	}

	Person with(List<Grant> others) {
		return new Person(this.id, this.issuer, this.subject, this.name, this.email, this.hsaId, this.system,
				this.active, this.version, others);
	}

	Person at(long newer) {
		return new Person(this.id, this.issuer, this.subject, this.name, this.email, this.hsaId, this.system,
				this.active, newer, this.roles);
	}

}
