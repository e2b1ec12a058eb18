package se.uppdragskollen.web.security;

import java.text.ParseException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.nimbusds.jwt.JWTParser;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;

/**
 * Checks tokens with the keys of the provider that issued them, if the settings name it.
 * A provider is asked for its keys when the first of its tokens comes.
 */
final class IssuerDecoders implements JwtDecoder {

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
		catch (ParseException ex) {
			throw new BadJwtException("not a token", ex);
		}
	}

	@Override
	public Jwt decode(String token) {
		String issuer = issuer(token);
		if (this.settings.provider(issuer).isEmpty()) {
			throw new BadJwtException("not an issuer of ours");
		}
		return this.decoders.computeIfAbsent(issuer, JwtDecoders::fromIssuerLocation).decode(token);
	}

}
