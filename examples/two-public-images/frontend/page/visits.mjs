fetch('/api/visits/home', { method: 'POST' })
  .then((response) => response.json())
  .then(({ visits }) => {
    document.getElementById('visits').textContent = String(visits);
  });
