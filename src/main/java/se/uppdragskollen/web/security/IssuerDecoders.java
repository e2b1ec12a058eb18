package se.uppdragskollen.web.security;

import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.nimbusds.jwt.JWTParser;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/**
 * Checks tokens with the keys of the provider that issued them, if the settings name it,
 * and that they were issued for this service: the provider issues others to the same
 * people for other services. A provider is asked for its keys when the first of its
 * tokens comes.
 */
final class IssuerDecoders implements JwtDecoder {

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

	private final LoginSettings settings;

	private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

	IssuerDecoders(LoginSettings settings) {
		this.settings = settings;
	}

	static boolean isIssuedBy(String token, String issuer) {
		return issuer.equals(issuer(token));
	}

	private static String issuer(String token) {
		try {
			String issuer = JWTParser.parse(token).getJWTClaimsSet().getIssuer();
			return (issuer == null) ? "" : issuer;
		}
		catch (ParseException | IllegalArgumentException ex) {
			throw new BadJwtException("not a token", ex);
		}
	}

	/**
	 * Reads a token.
	 * @throws BadJwtException when it is not to be believed
	 * @throws JwtException when its provider cannot be asked for its keys
	 */
	@Override
	public Jwt decode(String token) {
		String issuer = issuer(token);
		LoginSettings.Provider provider = this.settings.provider(issuer)
			.orElseThrow(() -> new BadJwtException("not an issuer of ours"));
		return this.decoders.computeIfAbsent(issuer, (key) -> decoder(provider)).decode(token);
	}

	private static JwtDecoder decoder(LoginSettings.Provider provider) {
		SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
		requests.setConnectTimeout(LONGEST_WAIT);
		requests.setReadTimeout(LONGEST_WAIT);
		JwtTypeValidator type = new JwtTypeValidator("JWT", "at+jwt");
		type.setAllowEmpty(true);
		try {
			NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(provider.issuer())
				.restOperations(new RestTemplate(requests))
				.validateType(false)
				.build();
			decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(List
				.of(new JwtIssuerValidator(provider.issuer()), type, new JwtAudienceValidator(provider.audience()))));
			return decoder;
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			throw new JwtException("the provider cannot be asked for its keys", ex);
		}
	}

}
