package se.uppdragskollen.web.security;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

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

	private final Clock clock;

	private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

	/** When those who were away may be asked again. */
	private final Map<String, Instant> askedAgain = new ConcurrentHashMap<>();

	private final ReentrantLock asking = new ReentrantLock();

	IssuerDecoders(LoginSettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
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
		JwtDecoder known = this.decoders.get(issuer);
		return ((known == null) ? ask(provider) : known).decode(token);
	}

	/**
	 * Anybody can send a token that names a provider: while that is away, one of them at
	 * a time waits for it, now and then.
	 */
	private JwtDecoder ask(LoginSettings.Provider provider) {
		Instant again = this.askedAgain.get(provider.issuer());
		if (again != null && this.clock.instant().isBefore(again) || !isTurn(again == null)) {
			throw new JwtException("the provider was away a moment ago");
		}
		try {
			JwtDecoder known = this.decoders.get(provider.issuer());
			if (known == null) {
				known = decoder(provider);
				this.decoders.put(provider.issuer(), known);
			}
			return known;
		}
		catch (JwtException ex) {
			this.askedAgain.put(provider.issuer(), this.clock.instant().plus(LONGEST_WAIT));
			throw ex;
		}
		finally {
			this.asking.unlock();
		}
	}

	private boolean isTurn(boolean worthWaiting) {
		try {
			return worthWaiting ? this.asking.tryLock(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)
					: this.asking.tryLock();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
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
