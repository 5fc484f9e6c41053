package candour.response.erasure;

/** Why a case may be erased. */
enum Basis {
  /** It was kept for as long as a claim about it can be brought. */
  RETENTION,
  /** The person asks for it (UK GDPR Art 17). */
  REQUEST
}
