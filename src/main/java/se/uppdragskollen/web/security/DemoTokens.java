package se.uppdragskollen.web.security;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/**
 * Tokens for the interface in a demo, signed with a key that lives as long as the
 * process.
 */
final class DemoTokens {

	/** The issuer of the demo's people; no provider can have this name. */
	static final String ISSUER = "urn:uppdragskollen:demo";

	private static final Duration LIFE = Duration.ofHours(8);

	private final JwtEncoder encoder;

	private final JwtDecoder decoder;

	private final Clock clock;

	DemoTokens(Clock clock) {
		this.clock = clock;
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			KeyPair pair = generator.generateKeyPair();
			RSAPublicKey key = (RSAPublicKey) pair.getPublic();
			RSAKey both = new RSAKey.Builder(key).privateKey((RSAPrivateKey) pair.getPrivate()).build();
			this.encoder = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(both)));
			NimbusJwtDecoder verifying = NimbusJwtDecoder.withPublicKey(key).build();
			JwtTimestampValidator times = new JwtTimestampValidator();
			times.setClock(clock);
			verifying.setJwtValidator(times);
			this.decoder = verifying;
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has RSA", ex);
		}
	}

	String token(String subject, boolean assured) {
		Instant now = this.clock.instant();
		JwtClaimsSet claims = JwtClaimsSet.builder()
			.issuer(ISSUER)
			.subject(subject)
			.issuedAt(now)
			.expiresAt(now.plus(LIFE))
			.claim("assured", assured)
			.build();
		return this.encoder.encode(JwtEncoderParameters.from(claims)).getTokenValue();
	}

	JwtDecoder decoder() {
		return this.decoder;
	}

}
