package se.uppdragskollen.web.security;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import se.uppdragskollen.access.Login;

/**
 * Reads from a login or a token who somebody is, by the claims that each provider uses.
 */
@Component
@EnableConfigurationProperties(LoginSettings.class)
public class Logins {

	private final LoginSettings settings;

	Logins(LoginSettings settings) {
		this.settings = settings;
	}

	/** Who that is, or nothing when nobody is logged in or the provider is not ours. */
	public Optional<Login> of(@Nullable Authentication authentication) {
		if (authentication instanceof DemoAuthentication demo) {
			return Optional.of(demo.login());
		}
		if (authentication instanceof JwtAuthenticationToken token) {
			return of(token.getToken());
		}
		if (authentication instanceof OAuth2AuthenticationToken token
				&& token.getPrincipal() instanceof OidcUser user) {
			return of(user.getIdToken());
		}
		return Optional.empty();
	}

	private Optional<Login> of(ClaimAccessor claims) {
		String issuer = claims.getClaimAsString("iss");
		String demo = claims.getClaimAsString("sub");
		if (DemoTokens.ISSUER.equals(issuer) && demo != null) {
			boolean assured = !Boolean.FALSE.equals(claims.getClaimAsBoolean("assured"));
			return Optional.of(new Login(DemoTokens.ISSUER, demo, null, assured));
		}
		return this.settings.provider(issuer).flatMap((provider) -> {
			String subject = claims.getClaimAsString(provider.subjectClaim());
			boolean assured = provider.assured().contains(claims.getClaimAsString(provider.assuranceClaim()));
			return (subject == null) ? Optional.empty() : Optional
				.of(new Login(provider.issuer(), subject, claims.getClaimAsString(provider.nameClaim()), assured));
		});
	}

}
