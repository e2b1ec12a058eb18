package se.uppdragskollen.web.security;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import se.uppdragskollen.access.Login;
import se.uppdragskollen.operation.ServiceOptions;

/**
 * Reads from a login or a token who somebody is, by the claims that each provider uses.
 */
@Component
@EnableConfigurationProperties(LoginSettings.class)
public class Logins {

	private final LoginSettings settings;

	private final boolean demo;

	Logins(LoginSettings settings, ServiceOptions options) {
		this.settings = settings;
		this.demo = options.demo();
	}

	/** Who that is, or nothing when nobody is logged in or the provider is not ours. */
	public Optional<Login> of(@Nullable Authentication authentication) {
		if (authentication instanceof DemoAuthentication login) {
			return this.demo ? Optional.of(login.login()) : Optional.empty();
		}
		if (authentication instanceof JwtAuthenticationToken token) {
			return of(token.getToken());
		}
		if (authentication instanceof OAuth2AuthenticationToken token
				&& token.getPrincipal() instanceof OidcUser user) {
			return this.settings.provider(user.getIdToken().getClaimAsString("iss"))
				.flatMap((provider) -> of(provider, user, user.getIdToken(), provider.subjectClaim()));
		}
		return Optional.empty();
	}

	/**
	 * Whether nobody but a registered system may be meant: a provider whose people have a
	 * claim of their own gives its machine clients none.
	 */
	public boolean isSystemOnly(@Nullable Authentication authentication) {
		return authentication instanceof JwtAuthenticationToken token
				&& this.settings.provider(token.getToken().getClaimAsString("iss"))
					.map((provider) -> token.getToken().getClaimAsString(provider.subjectClaim()) == null)
					.orElse(false);
	}

	private Optional<Login> of(Jwt token) {
		String issuer = token.getClaimAsString("iss");
		if (DemoTokens.ISSUER.equals(issuer)) {
			String subject = token.getSubject();
			boolean assured = !Boolean.FALSE.equals(token.getClaimAsBoolean("assured"));
			return (!this.demo || subject == null) ? Optional.empty()
					: Optional.of(new Login(DemoTokens.ISSUER, subject, null, assured));
		}
		return this.settings.provider(issuer).flatMap((provider) -> {
			boolean own = token.getClaimAsString(provider.subjectClaim()) != null;
			return of(provider, token, token, own ? provider.subjectClaim() : "sub");
		});
	}

	private static Optional<Login> of(LoginSettings.Provider provider, ClaimAccessor claims, ClaimAccessor signed,
			String subjectClaim) {
		String subject = claims.getClaimAsString(subjectClaim);
		String assurance = signed.getClaimAsString(provider.assuranceClaim());
		return (subject == null) ? Optional.empty()
				: Optional.of(new Login(provider.issuer(), subject, claims.getClaimAsString(provider.nameClaim()),
						assurance != null && provider.assured().contains(assurance)));
	}

}
