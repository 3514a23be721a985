import { createRoot } from "react-dom/client";
import { PublicationMetrics } from "../examples/react/PublicationMetrics.jsx";
import { foreign, moss, whole } from "../shared/records.js";

const told = ({ publication }) => {
  document.body.dataset.loaded = publication.doi;
};

createRoot(document.getElementById("root")).render(
  <>
    <h2>Badges</h2>
    <div id="bound"><PublicationMetrics publication={moss} onLoad={told} /></div>
    <h2>A card, of a record of Crossref's</h2>
    <div id="foreign"><PublicationMetrics layout="card" publication={foreign} /></div>
    <h2>A card, in Spanish</h2>
    <div id="spanish"><PublicationMetrics layout="card" lang="es" publication={moss} /></div>
    <h2>A whole page</h2>
    <div id="whole"><PublicationMetrics layout="full" publication={whole} /></div>
  </>,
);
