package candour.response.erasure;

/** Who may still need a case after its answer. */
enum Because {
  COMPLAINT,
  COMMISSIONER,
  TRIBUNAL,
  COURT,
  INQUIRY
}
