package se.uppdragskollen.web.security;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The login providers that count, and which of their claims say what:
 * {@code uppdragskollen.login.providers.<name>.…}.
 *
 * @param providers by a name of the operator's choice
 */
@ConfigurationProperties("uppdragskollen.login")
record LoginSettings(@DefaultValue Map<String, Provider> providers) {

	Optional<Provider> provider(@Nullable String issuer) {
		return this.providers.values().stream().filter((one) -> one.issuer().equals(issuer)).findFirst();
	}

	/**
	 * One provider.
	 *
	 * @param issuer as in its tokens
	 * @param subjectClaim what identifies a person: {@code sub}, or {@code employeeHsaId}
	 * where the region's provider gives it
	 * @param nameClaim what the person is called
	 * @param audience for whom a token for the interface must have been issued
	 * @param assuranceClaim how strong the login was
	 * @param assured the values of that claim with which somebody may decide; none unless
	 * told
	 */
	record Provider(String issuer, @DefaultValue("sub") String subjectClaim, @DefaultValue("name") String nameClaim,
			@DefaultValue("uppdragskollen") String audience, @DefaultValue("acr") String assuranceClaim,
			@DefaultValue Set<String> assured) {

	}

}
