import { initAll } from "../govuk-frontend-6.6.0/govuk-frontend.min.js";
import "./review.js";
import "./time-left.js";

initAll();
